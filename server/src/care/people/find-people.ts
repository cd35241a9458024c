import { isOneSlip, readSearch } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { inKeptLook } from '../../platform/kept-look.ts'
import { shows } from '../../platform/shown.ts'
import { findAll, type Likely, likeWords, type Sought } from './store.ts'

const MOST = 20

/** Everybody whom these words find, the best first; where nobody is, those a typing slip away. Says how it read figures. */
export function findPeople(ctx: Ctx, { text }: { text: string }) {
  return inKeptLook(ctx, 'find-persons', {
    of: text,
    load: (tx) => foundBy(tx, text),
    alike: 'all',
    answer: (people) => shows(people.found, people),
  })
}

const foundBy = async (tx: Tx, text: string) => {
  const { tokens, readAs } = readSearch(text)
  const { found, isNear } = await findAll(tx, tokens)
  return { found: found.slice(0, MOST), more: Math.max(0, found.length - MOST), readAs, isNear }
}

export type LikelyMatch = Omit<Likely, 'shared' | 'own' | 'sought'> & { why: string[] }

/** Who may already be on record under these words, the likeliest first, with what is the same: a warning and never a wall. */
export function likelyMatches(ctx: Ctx, sought: Sought) {
  return inClinic(ctx, 'find-likely', async (tx) => {
    const found = await matchesOf(tx, sought)
    return shows(found, found)
  })
}

/** The same inside a step. */
export const matchesOf = async (tx: Tx, sought: Sought): Promise<LikelyMatch[]> => matchesAmong(await likeWords(tx, sought))

/** The likeliest of them. */
export const matchesAmong = (found: readonly Likely[]): LikelyMatch[] =>
  found
    .map(({ shared, own, sought, ...person }) => ({ ...person, ...judge(shared, sought, own) }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST_LIKELY)
    .map(({ weight: _, ...match }) => match)

const MOST_LIKELY = 8
const LEAST_WEIGHT = 2

// A name alone is enough when it is the whole name; a birth date alone is not, one day has many children.
const judge = (shared: readonly string[], sought: readonly string[], own: readonly string[]) => {
  const has = (letter: string) => shared.some((word) => word.startsWith(`${letter} `))
  const isSame = sought.length > 0 && sought.every((word) => own.includes(word))
  const isNear = !isSame && sought.length > 1 && sought.every((word) => own.some((other) => isOneSlip(word, other)))
  const parts: [boolean, string, number][] = [
    [has('p'), 'same phone', 2],
    [has('e'), 'same email', 2],
    [has('b'), 'same birth date', 1],
    [isSame, 'same name', 2],
    [isNear, 'name one letter apart', 1],
  ]
  const agreed = parts.filter(([is]) => is)
  return { why: agreed.map(([, words]) => words), weight: agreed.reduce((sum, [, , weight]) => sum + weight, 0) }
}
