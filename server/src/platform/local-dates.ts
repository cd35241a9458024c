import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000

/** Between two changes of a zone's clock: from and until which instant (ms), and how far local time is ahead (ms). */
type Span = { from: number; until: number; aheadMs: number }

const spanAt = (ms: number, zone: string): Span => {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const before = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: before?.epochMilliseconds ?? -Infinity,
    until: at.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    aheadMs: at.offsetNanoseconds / 1e6,
  }
}

/** Local dates of many instants (ms) in one zone, each as `dateOf` gives it; the zone is asked once between two changes of its clock. */
export const datesIn = (zone: string): ((ms: number) => string) => {
  const spans: Span[] = []
  const days = new Map<number, string>()
  return (ms) => {
    const known = spans.find(({ from, until }) => from <= ms && ms < until)
    const span = known ?? spanAt(ms, zone)
    if (!known) spans.push(span)
    const day = Math.floor((ms + span.aheadMs) / DAY_MS)
    const date = days.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10)
    days.set(day, date)
    return date
  }
}
