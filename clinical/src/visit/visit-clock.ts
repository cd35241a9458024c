import type { ClockStamp } from './clock-stamp.ts'
import type { SessionEvent } from './infusion-events.ts'

/** A clock that moved while something ran; `byMs`: how far, ahead above 0; null where that cannot be told. */
export type ClockMoved = {
  byMs: number | null
  /** No two clocks agree on the time that passed: only the pump's own total can say what went in. */
  asksTotal: boolean
}

const TOLERANCE_MS = 1000
/** How far clocks that are kept right may drift apart, as a part of the time between. */
const DRIFT_PER_MS = 0.0005

/** How far ahead of the server's time an instant that somebody tells may lie: tablets are not all set to the second. */
export const AHEAD_MS = 120_000

/** The clocks of an entry that was written down as it happened; null where its time was told. */
export const clockOf = ({ at, enteredAt, amends, clock }: SessionEvent): ClockStamp | null =>
  clock && !amends && at === enteredAt ? clock : null

type Instant = { at: string; clock: ClockStamp | null }

/** The time between two instants of one visit, ms: by the reading within one start of one machine, by the visit's time otherwise. */
export function between(from: Instant, to: Instant): { ms: number; moved: ClockMoved | null } {
  const byTime = Date.parse(to.at) - Date.parse(from.at)
  if (!from.clock || !to.clock) return { ms: byTime, moved: null }
  const byReading = to.clock.ms - from.clock.ms
  if (from.clock.boot !== to.clock.boot || byReading < 0)
    return { ms: byTime, moved: isOneTime(from, to) ? null : { byMs: null, asksTotal: true } }
  const since = (voice: 'wall' | 'database') => Date.parse(to.clock?.[voice] ?? '') - Date.parse(from.clock?.[voice] ?? '')
  return judged(byReading, since('wall'), since('database'), from.clock.isOwn || to.clock.isOwn)
}

const isOff = (ms: number, over = 0) => Math.abs(ms) > TOLERANCE_MS + DRIFT_PER_MS * over

/** Two of three voices that agree win; of a reading and one other the reading stands, since it can stand still but never run ahead. */
function judged(reading: number, wall: number, database: number, isOneVoice: boolean): { ms: number; moved: ClockMoved | null } {
  const [wallBy, databaseBy] = [wall - reading, database - reading]
  const [isWallOff, isDatabaseOff] = [isOff(wallBy, reading), isOff(databaseBy, reading)]
  if (!isWallOff && !isDatabaseOff) return { ms: reading, moved: null }
  const byMs = isWallOff ? wallBy : databaseBy
  if (isOneVoice) return { ms: reading, moved: { byMs, asksTotal: byMs > 0 } }
  if (!isWallOff || !isDatabaseOff) return { ms: reading, moved: { byMs, asksTotal: isDatabaseOff && databaseBy > 0 } }
  const isStill = !isOff(wallBy - databaseBy, reading) && databaseBy > 0
  return { ms: isStill ? database : reading, moved: { byMs, asksTotal: true } }
}

/** Whether two instants of different machines, or of one that was started anew, surely stand in one time. */
function isOneTime(from: Instant, to: Instant): boolean {
  if (!from.clock || !to.clock) return true
  if (![from, to].every(({ at, clock }) => clock && !isOff(Date.parse(at) - Date.parse(clock.database)))) return false
  // The earlier one was measured while the later one's server already watched, under the same correction: by one and the same clock.
  const isWatched = to.clock.correctionMs === from.clock.correctionMs && to.clock.watched <= from.clock.looked
  return isWatched || (from.clock.isSure && to.clock.isSure)
}

/**
 * The visit's own time now (ISO): the server's, carried on by the reading from what the same machine wrote before, and never before
 * the newest entry. No entry of this instant can be too early or too late.
 */
export function visitTime(events: readonly SessionEvent[], now: string, clock: ClockStamp | null): string {
  const last = clock && events.findLast((event) => clockOf(event)?.boot === clock.boot)
  const carried =
    last?.clock && clock && clock.ms >= last.clock.ms
      ? new Date(Date.parse(last.at) + clock.ms - last.clock.ms).toISOString()
      : now
  // All of one form, so that as text they stand in the order of time.
  let latest = carried > now ? carried : now
  for (const { at } of events) if (at > latest) latest = at
  return latest
}
