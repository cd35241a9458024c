import { Temporal } from 'temporal-polyfill'
import type { Basis } from '../basis.ts'
import { versionOf } from '../keys.ts'
import { type Level, levels, type Moment, type On, type Pathway, type Rule, type Verdict } from '../rule.ts'
import * as screening from '../screening/index.ts'
import type { Said } from '../words/said.ts'
import { saidBy } from '../words/saying.ts'
import { answerText, type Chart, type ChartKey, type Facts, isAnswer } from './chart.ts'
import type { Question } from './question.ts'
import { questions } from './questions.ts'
import { type RuleNumber, screeningTable } from './screening-table.ts'

/** An answer that a rule looked at, with the instant at which it was true. */
export type ReadValue = { key: ChartKey; name: string; value: string | number; text: string; at: string }

export type Unknown = { key: ChartKey; name: string; why: 'not answered' | 'not sure' | 'too old' | 'not possible' }

/** What one rule says about one chart, with all it takes to check it. */
export type Finding = {
  rule: string
  covers: readonly RuleNumber[]
  title: string
  version: string
  source: string
  basis: Basis
  level: Level
  reason: Said
  /** The reason is that something was not asked or is too old, and nothing that was found; absent in records of before. */
  isNotKnown?: true
  /** Only for `exclude`: a prescriber with a second signer may override it. */
  overridable: boolean
  pathway: Pathway | null
  values: ReadValue[]
  unknown: Unknown[]
  clearsWhen: Said
}

const { versions, ...byName } = screening
export const rules: readonly Rule[] = Object.values(byName)

const covered = new Set<string>([...rules.flatMap(({ covers }) => covers), 'S52'])

/** Rows of the table of rules that nothing here checks: the screen names them, and a person looks. */
export const rulesNotYetChecked: { number: RuleNumber; title: string }[] = Object.entries(screeningTable)
  .filter(([number]) => !covered.has(number))
  .map(([number, title]) => ({ number: number as RuleNumber, title }))

type Screening = {
  /** ISO instant. */
  at: string
  /** Days are counted in it. */
  zone?: string
  /** One rule instead of all. */
  only?: string | undefined
}

/** All rules of a moment over one chart, or one of them; worst first. */
export function screen(chart: Chart, moment: Moment, { at, zone = 'UTC', only }: Screening): Finding[] {
  const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()
  const on = { today: dayOf(at) }
  return rules
    .filter((rule) => rule.when.includes(moment) && (only === undefined || rule.id === only))
    .flatMap((rule) => (isForAnother(rule, chart) ? [] : [findingOf(rule, look(rule, chart, moment, on, dayOf), on, moment)]))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || firstNumber(a).localeCompare(firstNumber(b)))
}

/** Exclude and defer stand in the way of accepting, signing or starting; an override is the caller's record. */
export const standsInTheWay = ({ level }: Pick<Finding, 'level'>): boolean => level === 'exclude' || level === 'defer'

/** Caution and unknown must be acknowledged by name before going on. */
export const needsAcknowledgement = ({ level }: Pick<Finding, 'level'>): boolean => level === 'caution' || level === 'unknown'

const firstNumber = ({ covers }: Finding) => covers[0] ?? ''

function isForAnother(rule: Rule, { indication }: Chart): boolean {
  return (
    rule.for !== undefined &&
    indication !== undefined &&
    isAnswer('indication', indication.value) &&
    indication.value !== rule.for
  )
}

type Look = {
  /** Known and recent enough. */
  fresh: Partial<Facts>
  /** The same, with known answers that are too old. */
  withOld: Partial<Facts>
  missing: ChartKey[]
  values: ReadValue[]
  unknown: Unknown[]
}

/** Sorts a rule's inputs into known, too old and unknown. */
function look(rule: Rule, chart: Chart, moment: Moment, { today }: On, dayOf: (at: string) => Temporal.PlainDate): Look {
  const needed = rule.for ? [...new Set<ChartKey>([...rule.reads, 'indication'])] : rule.reads
  const fresh: Record<string, unknown> = {}
  const old: Record<string, unknown> = {}
  const values: ReadValue[] = []
  const unknown: Unknown[] = []
  for (const key of [...needed, ...(rule.mayRead ?? [])]) {
    const { name } = questions[key]
    const entry = chart[key]
    const why = whyUnknown(key, entry)
    if (why || !entry) {
      unknown.push({ key, name, why: why ?? 'not answered' })
      continue
    }
    values.push({ key, name, value: entry.value, text: answerText(key, entry.value), at: entry.at })
    const holds = rule.holdsDays?.[moment]?.[key]
    const isOld = holds !== undefined && dayOf(entry.at).until(today, { largestUnit: 'days' }).days > holds
    if (isOld) unknown.push({ key, name, why: 'too old' })
    ;(isOld ? old : fresh)[key] = entry.value
  }
  const lacksAll = rule.needsOne === true && Object.keys(fresh).length === 0
  const missing = lacksAll ? [...(rule.mayRead ?? [])] : needed.filter((key) => !(key in fresh))
  return { fresh, withOld: { ...old, ...fresh }, missing, values, unknown: unknown.filter(({ key }) => missing.includes(key)) }
}

function whyUnknown(key: ChartKey, entry: Chart[ChartKey]): Unknown['why'] | null {
  if (!entry) return 'not answered'
  if (entry.value === 'not-sure') return 'not sure'
  return isAnswer(key, entry.value) ? null : 'not possible'
}

function findingOf(rule: Rule, seen: Look, on: On, moment: Moment): Finding {
  const { level, reason, overridable, pathway, isNotKnown } = {
    overridable: false,
    pathway: null,
    isNotKnown: false,
    reason: { code: 'title' },
    ...judge(rule, seen, on, moment),
  }
  const { id, covers, title, source, basis } = rule
  const of = (said: Said) => saidBy(`rule.${id}`, said)
  const clearsWhen = (isNotKnown ? remedy(seen.unknown) : null) ?? of({ code: 'clears-when' })
  const version = versionOf(versions, id)
  const { values, unknown } = seen
  const said = { level, reason: isNotKnown ? reason : of(reason), ...(isNotKnown && { isNotKnown }), overridable, pathway }
  return { rule: id, covers, title, version, source, basis, ...said, values, unknown, clearsWhen }
}

type Judged = Verdict | { level: 'unknown' | 'defer'; reason: Said; isNotKnown: true }

/** What is known may already be enough to exclude; what is not known is never a no (S52). */
function judge(rule: Rule, { fresh, withOld, missing, unknown }: Look, on: On, moment: Moment): Judged {
  const isWhole = missing.length === 0
  const now = isWhole ? rule.check(fresh as Facts, on) : unknownTo(rule, unknown, moment)
  const least = mildest(rule, fresh, on)
  const leastWithOld = mildest(rule, withOld, on)
  const stillCounts = leastWithOld.level === 'exclude' || 'pathway' in leastWithOld
  return [least, ...(stillCounts ? [leastWithOld] : [])].reduce<Judged>(
    (worst, next) => (isWorse(next, worst) ? next : worst),
    now,
  )
}

function unknownTo(rule: Rule, unknown: readonly Unknown[], moment: Moment): Judged {
  const reason = { code: 'rule.not-known', params: { unknown: unknown.map(open) } }
  return rule.severity === 'exclude' || rule.unknownDefers?.includes(moment)
    ? { level: 'defer', reason, isNotKnown: true }
    : { level: 'unknown', reason, isNotKnown: true }
}

const open = ({ key, why }: Unknown) => ({ key, why })

/** What clears the unknown is to find out, unless it is read from the record: then what the rule says clears it. */
function remedy(unknown: readonly Unknown[]): Said | null {
  const asked = unknown.filter(({ key }) => !questions[key].enteredBy.some((by) => by === 'record'))
  return asked.length === 0 ? null : { code: 'rule.find-out', params: { unknown: asked.map(open) } }
}

const isWorse = (a: Judged, b: Judged) => levels.indexOf(a.level) < levels.indexOf(b.level)

/** The mildest a rule could say, whatever the missing answers turn out to be. */
function mildest(rule: Rule, known: Partial<Facts>, on: On): Verdict {
  const missing = rule.reads.filter((key) => !(key in known))
  return completions(known, missing)
    .map((facts) => rule.check(facts as Facts, on))
    .reduce((mild, next) => (isWorse(mild, next) ? next : mild))
}

const completions = (known: Partial<Facts>, [key, ...rest]: ChartKey[]): Partial<Facts>[] =>
  key === undefined ? [known] : possibleAnswers(questions[key]).flatMap((value) => completions({ ...known, [key]: value }, rest))

function possibleAnswers(question: Question): (string | number)[] {
  if (question.kind === 'yes-no') return ['yes', 'no']
  if (question.kind === 'choice') return Object.keys(question.choices).filter((choice) => choice !== 'not-sure')
  return [question.usual]
}
