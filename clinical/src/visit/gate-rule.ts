import type { Chart } from '../chart/chart.ts'
import { pressuresToday } from '../chart/latest-facts.ts'
import { type Finding, screen, standsInTheWay } from '../chart/screen.ts'
import { isCovered } from '../dose/override.ts'
import type { Said } from '../words/said.ts'
import { saying, sayWithin } from '../words/saying.ts'
import { type Checked, type ClearingAct, type GateFacts, met, notMet, unknown } from './gate.ts'

/** What the rules of the start say now, on the answers of the chart and the newest pressure of the log. */
export function findingsNow(
  { chart, visit, zone }: Pick<GateFacts, 'chart' | 'visit' | 'zone'>,
  asOf: string,
  only?: string,
): Finding[] {
  const latest = pressuresToday({ visit, chart }, asOf, zone).findLast(
    (each) => each.systolic !== null && each.diastolic !== null,
  )
  const signs: Chart =
    latest && latest.systolic !== null && latest.diastolic !== null
      ? { systolic: { value: latest.systolic, at: latest.at }, diastolic: { value: latest.diastolic, at: latest.at } }
      : {}
  return screen({ ...chart, ...signs }, 'start', { at: asOf, zone, only })
}

/** A finding that stands in the way and that nobody let stand on the same answers. */
export const isInTheWay = (finding: Finding, { acceptance }: Pick<GateFacts, 'acceptance'>): boolean =>
  standsInTheWay(finding) && !(acceptance && isCovered(finding, acceptance))

/** What a gate says that reads a rule. */
export const ruleGateWords = {
  answers: ({ answers }: { answers: readonly string[] }) => answers.join(', '),
  found: ({ rule }: { rule: Said }) => sayWithin(rule),
  'clears-when': ({ rule }: { rule: Said }) => sayWithin(rule),
} as const
const said = saying(ruleGateWords)

/** What a rule found, or what clears it, as its gate says it. */
export const ruled = (what: 'found' | 'clears-when', { reason, clearsWhen }: Finding): Said =>
  said(what, { rule: what === 'found' ? reason : clearsWhen })

/** One rule of the screening as a gate: what excludes is not met, what defers is not known yet. */
export function ruleAsGate(rule: string, act: ClearingAct, facts: GateFacts, asOf: string): Checked {
  const [finding] = findingsNow(facts, asOf, rule)
  if (!finding) return met()
  const newest = finding.values.reduce<Finding['values'][number] | null>(
    (last, next) => (last === null || Date.parse(last.at) < Date.parse(next.at) ? next : last),
    null,
  )
  const by = newest ? (facts.chart[newest.key]?.by ?? null) : null
  const answers = finding.values.map(({ text }) => text)
  const seen = { value: answers.length > 0 ? said('answers', { answers }) : null, at: newest?.at ?? null, by }
  if (!isInTheWay(finding, facts)) return met(seen)
  const read = { ...seen, value: ruled('found', finding) }
  return (finding.level === 'exclude' ? notMet : unknown)(ruled('clears-when', finding), act, read)
}
