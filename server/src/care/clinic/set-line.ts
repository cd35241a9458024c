import { type Fault, type LineTerms, lineFaults, Problem, shippedLineOf } from '@dripline/clinical'
import { judgeArticle } from '@dripline/clinical/article'
import { locales } from '@dripline/clinical/words'
import { type Ctx, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { todayHere } from './service-line.ts'
import { allStaff, chairs, clinicSettings, insertLineVersion, lineVersions } from './store.ts'

export type SetLine = {
  /** Left out: a new line of the clinic's own. */
  lineId?: string | undefined
  /** The version that was read; refused where somebody set another since. */
  after: number
  /** The first day (YYYY-MM-DD) on which it holds, on the clinic's wall. */
  holdsFrom: string
  terms: LineTerms
}

/** Sets what a service line is from a day on, or begins one; what held before stays readable. */
export function setLine(ctx: Ctx, { lineId, after, holdsFrom, terms }: SetLine) {
  return inOneStep(ctx, 'set-line', async (tx) => {
    const { id: setBy } = staffOf(ctx)
    await lockLines(tx)
    const id = lineId ?? lineIdOf(terms.words?.en.name ?? '')
    const last = await lastVersion(tx, id)
    const shipped = shippedLineOf(id)
    if (lineId === undefined && (last > 0 || shipped || id === '')) throw nameTaken(terms)
    if (lineId !== undefined && last === 0 && !shipped) throw new Problem('not-found', { lineId })
    if (last !== after) throw new Problem('line-changed', { lineId: id })
    const faults: Fault[] = [
      ...lineFaults(shipped?.takes ?? 'infusion', shipped, terms),
      ...promiseFaults(terms),
      ...(await placeFaults(tx, terms)),
      ...dayFaults(holdsFrom, await todayHere(ctx, tx)),
    ]
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const row = { lineId: id, version: last + 1, holdsFrom, isRetired: false, terms, reason: null, setBy, setAt: ctx.now() }
    await insertLineVersion(tx, row)
    return { lineId: id, version: row.version, holdsFrom }
  })
}

/** Ends a service line from a day on; what was booked under it stays, and its history is readable. */
export function retireLine(
  ctx: Ctx,
  { lineId, after, holdsFrom, reason }: Omit<SetLine, 'terms'> & { lineId: string; reason: string },
) {
  return inOneStep(ctx, 'retire-line', async (tx) => {
    const { id: setBy } = staffOf(ctx)
    await lockLines(tx)
    const last = (await lineVersions(tx)).filter((each) => each.lineId === lineId).at(-1)
    const shipped = shippedLineOf(lineId)
    if (!last && !shipped) throw new Problem('not-found', { lineId })
    if ((last?.version ?? 0) !== after) throw new Problem('line-changed', { lineId })
    const faults = dayFaults(holdsFrom, await todayHere(ctx, tx))
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const terms = last?.terms ?? shippedTerms(lineId)
    const row = { lineId, version: after + 1, holdsFrom, isRetired: true, terms, reason, setBy, setAt: ctx.now() }
    await insertLineVersion(tx, row)
    return { lineId, version: row.version, holdsFrom }
  })
}

// Two who set lines at once are one after the other; whoever reads times meanwhile is told by their mark of facts.
const lockLines = (tx: Tx) => lockInOrder(tx, ['service lines', 'call times'])

const lastVersion = async (tx: Tx, id: string) =>
  Math.max(0, ...(await lineVersions(tx)).filter(({ lineId }) => lineId === id).map(({ version }) => version))

const shippedTerms = (id: string): LineTerms => {
  const shipped = shippedLineOf(id)
  if (!shipped) throw new TypeError(`There is no shipped line ${id}.`)
  const { id: _id, takes: _takes, minutesFrom: _from, ...terms } = shipped
  return terms
}

const nameTaken = (terms: LineTerms) =>
  new Problem('not-valid', {}, [{ field: 'words.en.name', code: 'line-name-new', value: terms.words?.en.name ?? '' }])

const LONGEST = 60
const lineIdOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')

/** A price says what it holds and never what it does: words that promise, or say how many are helped, are refused in each language. */
const promiseFaults = ({ words }: LineTerms): Fault[] =>
  words === null
    ? []
    : locales.flatMap((locale) =>
        (['name', 'about'] as const).flatMap((field) =>
          judgeArticle({ title: words[locale][field], summary: '', body: '' }, locale, '9999-01-01')
            .faults.filter(({ why }) => why === 'promise' || why === 'share' || why === 'letters')
            .map(({ quote }): Fault => ({ field: `words.${locale}.${field}`, code: 'line-not-promised', params: { quote } })),
        ),
      )

const placeFaults = async (tx: Tx, { clinicianIds, chairIds, states }: LineTerms): Promise<Fault[]> => {
  const staff = (await allStaff(tx)).filter(({ closedAt }) => closedAt === null).map(({ id }) => id)
  const open = (await chairs(tx)).filter(({ closedAt }) => closedAt === null).map(({ id }) => id)
  const here = (await clinicSettings(tx)).states
  const unknown = (asked: readonly string[] | null, known: readonly string[]) =>
    asked !== null && (asked.length === 0 || asked.some((each) => !known.includes(each)))
  return [
    ...(unknown(clinicianIds, staff) ? [{ field: 'clinicianIds', code: 'line-clinician-here' } as const] : []),
    ...(unknown(chairIds, open) ? [{ field: 'chairIds', code: 'line-chair-here' } as const] : []),
    ...(unknown(states, here) ? [{ field: 'states', code: 'line-state-here' } as const] : []),
  ]
}

const dayFaults = (holdsFrom: string, today: string): Fault[] =>
  holdsFrom < today ? [{ field: 'holdsFrom', code: 'line-today-or-later', value: holdsFrom }] : []
