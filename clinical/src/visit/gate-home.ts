import { isAfterStop, isBy, minutesFrom } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { type Checked, type ClearingAct, type GateFacts, met, notMet, unknown } from './gate.ts'
import { entriesOf } from './infusion.ts'
import type { EventOf } from './infusion-events.ts'

/** Something that somebody looks at before the patient goes home: seen after the stop, not long ago, and it was so. */
export function seenAsGate(
  gate: EventOf<'home-check'>['gate'],
  { visit, policy }: GateFacts,
  asOf: string,
  clearsWhen: string,
): Checked {
  const act: ClearingAct = 'home-check'
  const last = entriesOf(visit, 'home-check').findLast((each) => each.gate === gate && isBy(each.at, asOf))
  if (!last) return unknown(clearsWhen, act)
  const seen = { value: last.note ?? (last.isMet ? 'yes' : 'no'), at: last.at, by: last.by }
  if (!isAfterStop(visit, last.at)) return unknown(`${clearsWhen}, after the stop`, act, seen)
  if (!last.isMet) return notMet(clearsWhen, act, seen)
  const holds = policy.leavingMinutes.seen
  return minutesFrom(last.at, asOf) > holds
    ? unknown(`${clearsWhen}, again: a check is good for ${quantity(holds, 'min')}`, act, seen)
    : met(seen)
}
