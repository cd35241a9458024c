import { exact } from '../exact.ts'
import type { EventOf, SessionEvent } from './infusion-events.ts'
import { isKind } from './infusion-kind.ts'

/** How the two-person check of the present draw-up stands. */
export type CheckStanding =
  | { kind: 'none' }
  | { kind: 'one'; by: string; since: string }
  | { kind: 'agree'; by: readonly string[]; rateMlPerHour: string }
  | { kind: 'differ'; by: readonly string[] }

/** Two people, each by themselves, must read the same syringe and the same pump rate as was drawn up. */
export function checkStanding(events: readonly SessionEvent[]): CheckStanding {
  const from = events.findLastIndex(({ kind }) => kind === 'drawn-up' || kind === 'sent-back')
  const drawnUp = events[from]
  if (drawnUp?.kind !== 'drawn-up') return { kind: 'none' }
  if (drawnUp.checked) return { kind: 'agree', by: drawnUp.checked.by, rateMlPerHour: drawnUp.checked.rateMlPerHour }
  const latest = new Map<string, EventOf<'second-check'>>()
  for (const check of events.slice(from + 1).filter(isKind('second-check'))) latest.set(check.by, check)
  const checks = [...latest.values()]
  const [first] = checks
  if (!first) return { kind: 'none' }
  const by = checks.map((check) => check.by)
  const isSame = checks.every((c) => exact(c.syringeMl).eq(drawnUp.syringeMl) && exact(c.rateMlPerHour).eq(first.rateMlPerHour))
  if (!isSame) return { kind: 'differ', by }
  return checks.length > 1
    ? { kind: 'agree', by, rateMlPerHour: first.rateMlPerHour }
    : { kind: 'one', by: first.by, since: first.at }
}
