import { isAfterStop, isBy, minutesFrom } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { saying } from '../words/saying.ts'
import { type Checked, type ClearingAct, type GateFacts, met, notMet, unknown } from './gate.ts'
import { entriesOf } from './infusion.ts'
import type { EventOf } from './infusion-events.ts'

/** What such a gate says, of what clears it. */
export const homeCheckWords = (clears: string) => ({
  seen: ({ note, isMet }: { note: string | null; isMet: boolean }) => note ?? (isMet ? 'yes' : 'no'),
  clears,
  'after-stop': `${clears}, after the stop`,
  again: ({ minutes }: { minutes: number }) => `${clears}, again: a check is good for ${quantity(minutes, 'min')}`,
})
const said = saying(homeCheckWords(''))

/** Something that somebody looks at before the patient goes home: seen after the stop, not long ago, and it was so. */
export function seenAsGate(gate: EventOf<'home-check'>['gate'], { visit, policy }: GateFacts, asOf: string): Checked {
  const act: ClearingAct = 'home-check'
  const last = entriesOf(visit, 'home-check').findLast((each) => each.gate === gate && isBy(each.at, asOf))
  if (!last) return unknown(said('clears'), act)
  const seen = { value: said('seen', { note: last.note, isMet: last.isMet }), at: last.at, by: last.by }
  if (!isAfterStop(visit, last.at)) return unknown(said('after-stop'), act, seen)
  if (!last.isMet) return notMet(said('clears'), act, seen)
  const holds = policy.leavingMinutes.seen
  return minutesFrom(last.at, asOf) > holds ? unknown(said('again', { minutes: holds }), act, seen) : met(seen)
}
