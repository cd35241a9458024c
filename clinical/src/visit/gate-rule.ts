import type { Chart } from '../chart/chart.ts'
import { pressuresToday } from '../chart/latest-facts.ts'
import { type Finding, screen, standsInTheWay } from '../chart/screen.ts'
import { isCovered } from '../dose/override.ts'
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

/** One rule of the screening as a gate: what excludes is not met, what defers is not known yet. */
export function ruleAsGate(rule: string, act: ClearingAct, facts: GateFacts, asOf: string): Checked {
  const [finding] = findingsNow(facts, asOf, rule)
  if (!finding) return met()
  const newest = finding.values.reduce<Finding['values'][number] | null>(
    (last, next) => (last === null || Date.parse(last.at) < Date.parse(next.at) ? next : last),
    null,
  )
  const by = newest ? (facts.chart[newest.key]?.by ?? null) : null
  const seen = { value: finding.values.map(({ text }) => text).join(', ') || null, at: newest?.at ?? null, by }
  if (!isInTheWay(finding, facts)) return met(seen)
  const said = { ...seen, value: finding.reason }
  return finding.level === 'exclude' ? notMet(finding.clearsWhen, act, said) : unknown(finding.clearsWhen, act, said)
}
