import type { DayOfSlots, Protocol } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'

export type Visit = { start: string; chairId: string | null }

const SATURDAY = 6
const HOUR_MS = 3_600_000

const weekOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 }).toString()
const timeIn = (zone: string, start: string) => Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainTime().toString()

/** Whether the protocol's own pattern has this day next: a weekday, or so many a week with a day between. */
const fits = (spacing: Protocol['spacing'], date: Temporal.PlainDate, before: readonly Temporal.PlainDate[]): boolean => {
  if (date.dayOfWeek >= SATURDAY) return false
  if (spacing.days === 'weekdays') return true
  const last = before.at(-1)
  const inWeek = before.filter((each) => weekOf(each) === weekOf(date)).length
  return inWeek < spacing.days.perWeek.most && (!last || last.until(date, { largestUnit: 'days' }).days >= 2)
}

/** The first free days that the protocol's pattern allows, at the same time of day where there is one; fewer when there are not enough. */
export const proposeVisits = (
  days: readonly DayOfSlots[],
  { sessions, spacing }: Protocol,
  zone: string,
  time?: string,
): Visit[] => {
  const visits: Visit[] = []
  const dates: Temporal.PlainDate[] = []
  let wanted = time
  for (const { date, slots } of days) {
    if (visits.length === sessions) break
    const day = Temporal.PlainDate.from(date)
    if (!fits(spacing, day, dates)) continue
    const last = visits.at(-1)
    const allowed = slots.filter(
      ({ start }) => !last || Date.parse(start) - Date.parse(last.start) >= spacing.leastHours * HOUR_MS,
    )
    const chosen = allowed.find(({ start }) => timeIn(zone, start) === wanted) ?? allowed[0]
    if (!chosen) continue
    wanted ??= timeIn(zone, chosen.start)
    visits.push({ start: chosen.start, chairId: null })
    dates.push(day)
  }
  return visits
}

/** The visits, counted from one, that come sooner after the one before than the protocol allows; one that lies before it too. */
export const tooNear = (visits: readonly Visit[], { leastHours }: Protocol['spacing']): number[] =>
  visits.flatMap(({ start }, i) => {
    const before = visits[i - 1]
    return before && Date.parse(start) - Date.parse(before.start) < leastHours * HOUR_MS ? [i + 1] : []
  })
