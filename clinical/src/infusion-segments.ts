import type { SessionEvent } from './infusion-events.ts'

/** A stretch at one pump rate, mL/h; `to` is null while it still runs. */
export type Segment = { from: string; to: string | null; rateMlPerHour: string }

/** The segments after one more event: a new rate closes the running one and opens its own. */
export function extendSegments(segments: readonly Segment[], event: SessionEvent): readonly Segment[] {
  switch (event.kind) {
    case 'started':
    case 'resumed':
    case 'rate-changed':
      return [...closed(segments, event.at), { from: event.at, to: null, rateMlPerHour: event.rateMlPerHour }]
    case 'pump-found':
      return runs(event.rateMlPerHour)
        ? [...closed(segments, event.at), { from: event.at, to: null, rateMlPerHour: event.rateMlPerHour }]
        : closed(segments, event.at)
    case 'paused':
    case 'stopped':
      return closed(segments, event.at)
    default:
      return segments
  }
}

/** Whether a pump rate is one at which something goes in. */
export const runs = (rateMlPerHour: string): boolean => Number(rateMlPerHour) > 0

const closed = (segments: readonly Segment[], at: string): Segment[] =>
  segments.map((segment) => (segment.to === null ? { ...segment, to: at } : segment))
