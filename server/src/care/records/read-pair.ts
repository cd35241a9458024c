import { answerText, type Chart, type ChartKey, chartKeys, type Finding, Problem, questions, screen } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { zoneOf } from '../clinic/store.ts'
import { allergyWords } from '../people/chart-list.ts'
import { matchesOf } from '../people/find-people.ts'
import { chartListsOf, personOf } from '../people/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { conflictsOf } from './conflicts.ts'
import { differs, fieldNames, markOf, mergeFields, type Person, UNDO_DAYS } from './merge.ts'
import { countOn, lettersAbout } from './store.ts'
import { sayCount } from './what-hangs.ts'

/** Two records side by side: what contradicts, what is joined, what follows, what stands in the way, what the rules would say. */
export function readPair(ctx: Ctx, keptId: string, mergedId: string) {
  return inClinic(ctx, 'read-pair', async (tx) => {
    const [kept, merged] = [await opened(tx, keptId), await opened(tx, mergedId)]
    if (kept.id === merged.id) throw new Problem('not-valid', {}, [{ field: 'mergedId', code: 'another-record' }])
    const [own, other] = [await chartOf(tx, keptId), await chartOf(tx, mergedId)]
    const until = new Date(ctx.now().getTime() + UNDO_DAYS * DAY_MS)
    return shows([keptId, mergedId], {
      mark: markOf(kept, merged),
      kept: await sideOf(tx, kept),
      merged: await sideOf(tx, merged),
      why: await whySame(tx, kept, merged),
      fields: fieldNames.map((field) => ({
        field,
        label: mergeFields[field].label,
        kept: kept[field],
        merged: merged[field],
        differs: differs(field, kept, merged),
        needsReason: mergeFields[field].needsReason,
      })),
      answers: answersThatDiffer(own, other),
      allergies: await joinedAllergies(tx, keptId, mergedId),
      follows: await whatFollows(tx, mergedId),
      conflicts: await conflictsOf(ctx, tx, kept, merged),
      rules: newFindings(own, joinedChart(own, other), { at: ctx.now().toISOString(), zone: await zoneOf(tx) }),
      undoUntil: until.toISOString(),
    })
  })
}

const DAY_MS = 86_400_000

const opened = async (tx: Tx, personId: string): Promise<Person> => {
  const person = await personOf(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  if (person.mergedInto) throw new Problem('merged-already', { personId })
  return person
}

const sideOf = async (tx: Tx, person: Person) => ({
  personId: person.id,
  name: person.name,
  since: person.acceptedAt ?? person.createdAt,
  isPatient: person.acceptedAt !== null,
  counts: (await countOn(tx, person.id)).filter(({ rows }) => rows > 0).map(({ tableName, rows }) => sayBoth(tableName, rows)),
  lists: await chartListsOf(tx, person.id),
})

const sayBoth = (table: string, count: number) => ({ count, label: sayCount(table, count) })

const whySame = async (tx: Tx, kept: Person, merged: Person): Promise<string[]> => {
  const { name, email, phone, dateOfBirth } = kept
  const matches = await matchesOf(tx, { name, email, phone, dateOfBirth })
  return matches.find(({ personId }) => personId === merged.id)?.why ?? []
}

const joinedAllergies = async (tx: Tx, keptId: string, mergedId: string) =>
  allergyWords([...(await chartListsOf(tx, keptId)).allergies, ...(await chartListsOf(tx, mergedId)).allergies])

const whatFollows = async (tx: Tx, mergedId: string) => {
  const counted = (await countOn(tx, mergedId))
    .filter(({ rows }) => rows > 0)
    .map(({ tableName, rows }) => sayBoth(tableName, rows))
  const letters = await lettersAbout(tx, mergedId)
  return letters > 0 ? [...counted, { count: letters, label: letters === 1 ? 'letter' : 'letters' }] : counted
}

const entries = (chart: Chart) => chart as Partial<Record<ChartKey, { value: string | number; at: string }>>
const onPerson: readonly ChartKey[] = ['dateOfBirth', 'heightCm', 'consentFor', 'consentVersion', 'consentSignedOn']

// The newer answer stands, and one that is unsure stays unsure: it is asked again.
const answersThatDiffer = (own: Chart, other: Chart) =>
  chartKeys.flatMap((key) => {
    const [a, b] = [entries(own)[key], entries(other)[key]]
    if (!a || !b || a.value === b.value || onPerson.includes(key)) return []
    const stands = a.at >= b.at ? ('kept' as const) : ('merged' as const)
    const said = (entry: { value: string | number; at: string }) => ({ text: answerText(key, entry.value), at: entry.at })
    return [
      {
        key,
        label: questions[key].name,
        kept: said(a),
        merged: said(b),
        stands,
        isUnsure: (stands === 'kept' ? a : b).value === 'not-sure',
      },
    ]
  })

const joinedChart = (own: Chart, other: Chart): Chart => {
  const joined: Record<string, unknown> = { ...own }
  for (const key of chartKeys) {
    const [a, b] = [entries(own)[key], entries(other)[key]]
    const isNewer = b && (!a || a.value === 'none' || (b.at > a.at && b.value !== 'none'))
    if (isNewer) joined[key] = b
  }
  return joined as Chart
}

/** What the rules would find on the joined chart that they do not find today. */
const newFindings = (own: Chart, joined: Chart, at: { at: string; zone: string }) => {
  const said = ({ rule, level }: Finding) => `${rule} ${level}`
  const today = new Set(screen(own, 'screening', at).map(said))
  return screen(joined, 'screening', at)
    .filter((finding) => !today.has(said(finding)))
    .map(({ rule, level }) => ({ rule, level }))
}
