import type { ClockStamp } from './clock-stamp.ts'
import type { LogEntry } from './happening.ts'
import { between, type ClockMoved, clockOf } from './visit-clock.ts'

/** A stretch at one pump rate, mL/h; `to` is null while it still runs. */
export type Segment = {
  from: string
  to: string | null
  rateMlPerHour: string
  /** The clocks at its beginning, where it was written down as it happened. */
  clock?: ClockStamp
  /** How long it ran, where clocks counted that otherwise than `from` and `to` say. */
  ms?: number
  moved?: ClockMoved
}

/** The segments after one more entry: a new rate closes the running one and opens its own. */
export function extendSegments(segments: readonly Segment[], entry: LogEntry): readonly Segment[] {
  const { event } = entry
  const here = { at: event.at, clock: clockAt(entry) }
  const opened = (rateMlPerHour: string): Segment => ({
    from: event.at,
    to: null,
    rateMlPerHour,
    ...(here.clock && { clock: here.clock }),
  })
  switch (event.kind) {
    case 'started':
    case 'resumed':
    case 'rate-changed':
      return [...closed(segments, here), opened(event.rateMlPerHour)]
    case 'pump-found':
      return runs(event.rateMlPerHour) ? [...closed(segments, here), opened(event.rateMlPerHour)] : closed(segments, here)
    case 'paused':
    case 'stopped':
      return closed(segments, here)
    default:
      return segments
  }
}

/** Whether a pump rate is one at which something goes in. */
export const runs = (rateMlPerHour: string): boolean => Number(rateMlPerHour) > 0

const closed = (segments: readonly Segment[], end: { at: string; clock: ClockStamp | null }): Segment[] =>
  segments.map((segment) => (segment.to === null ? closedAt(segment, end) : segment))

function closedAt(segment: Segment, end: { at: string; clock: ClockStamp | null }): Segment {
  const { ms, moved } = between({ at: segment.from, clock: segment.clock ?? null }, end)
  const isByTime = ms === Date.parse(end.at) - Date.parse(segment.from)
  return { ...segment, to: end.at, ...(!isByTime && { ms }), ...(moved && { moved }) }
}

// Another wording of the same instant was written later; the clocks of the first one count.
const clockAt = ({ event, earlier: [first = event] }: LogEntry): ClockStamp | null =>
  first.at === event.at ? clockOf(first) : null
