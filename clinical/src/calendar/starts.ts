import { Temporal } from 'temporal-polyfill'
import { keptClear, noRoom, type Taken } from './kept-clear.ts'
import { type Calendar, checkCalendar, type DayOfSlots, firstShown, type OpenHours, type Slot, type Stretch } from './slots.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const [NONE, FREE, TAKEN] = [0, 1, 2]

/** One start, its date where a day has a most, and, for each clinician in order of their ids, whether it is theirs to give and whether it is taken. */
type Start = { readonly ms: number; readonly of: Uint8Array; readonly date?: string }

/** Every start of a calendar on some days, made once: what is booked changes it, and what has passed is left out when it is read. */
export type Starts = {
  readonly calendar: Omit<Calendar, 'holders'>
  readonly holderIds: readonly string[]
  readonly starts: readonly Start[]
  /** How many times each clinician has on a day, where a day has a most. */
  readonly counts: Map<string, number>
  /** The first and the last instant (ms) for which it can answer. */
  readonly fromMs: number
  readonly toMs: number
}

/** The starts of a calendar that may be asked for between two instants: the same answer as slot by slot, without making every slot. */
export function startsOf({ holders, ...calendar }: Calendar, from: string, to: string): Starts {
  checkCalendar({ ...calendar, holders })
  const own = [...holders].sort((a, b) => a.holderId.localeCompare(b.holderId))
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const dates = datesBetween(calendar.zone, fromMs - dayMs, toMs + (calendar.horizonDays + 1) * dayMs)
  const made = new Map<readonly OpenHours[], number[]>()
  const found = new Map<number, Start>()
  const room = calendar.room ?? noRoom
  for (const [at, { hours, booked, closures }] of own.entries()) {
    const times = made.get(hours) ?? timesOf(calendar, hours, dates)
    made.set(hours, times)
    const mine = new Uint8Array(times.length).fill(FREE)
    const length = calendar.durationMinutes * minuteMs
    for (const each of booked) mark(times, length, keptClear(each, room), (i) => mine.fill(TAKEN, i, i + 1))
    for (const each of closures) mark(times, length, keptClear(each, noRoom), (i) => mine.fill(NONE, i, i + 1))
    for (const [i, ms] of times.entries()) {
      const date = room.mostPerDay > 0 ? { date: dateIn(calendar.zone, ms).toString() } : {}
      const start = found.get(ms) ?? { ms, of: new Uint8Array(own.length), ...date }
      found.set(ms, start)
      start.of[at] = mine[i] ?? NONE
    }
  }
  const starts = [...found.values()].sort((a, b) => a.ms - b.ms)
  const counts = new Map<string, number>()
  const table = { calendar, holderIds: own.map(({ holderId }) => holderId), starts, counts, fromMs, toMs }
  for (const [at, { counted = [] }] of own.entries()) for (const start of counted) countIn(table, at, start)
  return table
}

/** Counts one more time of a clinician on its day; with the last that the day may have, what is left of it is taken. */
function countIn({ calendar, starts, counts }: Starts, at: number, start: string): void {
  const { mostPerDay } = calendar.room ?? noRoom
  if (mostPerDay === 0) return
  const date = dateIn(calendar.zone, Date.parse(start)).toString()
  const count = (counts.get(`${at} ${date}`) ?? 0) + 1
  counts.set(`${at} ${date}`, count)
  if (count >= mostPerDay) for (const each of starts) if (each.date === date && each.of[at] === FREE) each.of[at] = TAKEN
}

function timesOf(
  calendar: Omit<Calendar, 'holders'>,
  hours: readonly OpenHours[],
  dates: readonly Temporal.PlainDate[],
): number[] {
  const length = calendar.durationMinutes * minuteMs
  const step = (calendar.stepMinutes ?? calendar.durationMinutes) * minuteMs
  const times = new Set<number>()
  for (const date of dates)
    for (const open of hours.filter(({ weekday }) => weekday === date.dayOfWeek)) {
      const closing = firstShown(calendar.zone, date, open.to)
      for (let ms = firstShown(calendar.zone, date, open.from); ms + length <= closing; ms += step) times.add(ms)
    }
  return [...times].sort((a, b) => a - b)
}

const dateIn = (zone: string, ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()

function datesBetween(zone: string, fromMs: number, toMs: number): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  const last = dateIn(zone, toMs)
  for (let date = dateIn(zone, fromMs); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    dates.push(date)
  return dates
}

/** The place of the first of some times in order that is later than an instant. */
function after(times: readonly number[], ms: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) > ms) high = middle
    else low = middle + 1
  }
  return low
}

type Span = { from: number; to: number }

function mark(times: readonly number[], length: number, { from, to }: Span, set: (place: number) => void): void {
  for (let i = after(times, from - length); i < times.length && (times[i] ?? 0) < to; i += 1) set(i)
}

/** Takes a time out of what somebody has free, with what must stay clear around it, and counts it on its day. */
export function takeTimes(table: Starts, holderId: string, taken: Taken): void {
  const { calendar, holderIds, starts } = table
  const at = holderIds.indexOf(holderId)
  const take = (place: number) => {
    const own = starts[place]?.of
    if (own?.[at] === FREE) own[at] = TAKEN
  }
  if (at < 0) return
  mark(
    starts.map(({ ms }) => ms),
    calendar.durationMinutes * minuteMs,
    keptClear(taken, calendar.room ?? noRoom),
    take,
  )
  countIn(table, at, taken.start)
}

/** A copy in which these times are taken too; what it was made from stays as it is. */
export function laidOver(table: Starts, more: readonly { holderId: string; taken: Taken }[]): Starts {
  const copy = {
    ...table,
    starts: table.starts.map((each) => ({ ...each, of: each.of.slice() })),
    counts: new Map(table.counts),
  }
  for (const { holderId, taken } of more) takeTimes(copy, holderId, taken)
  return copy
}

/** How many times may still be given in a stretch, over all who could have each; of a day that has a most no more than are left of it. */
export function countFree(tables: readonly Starts[], stretch: Stretch, now: string): number {
  const free = Map.groupBy(
    tables.flatMap((table) => placesIn(table, stretch, now)),
    ({ holderId }) => holderId,
  )
  return [...free.values()].reduce((sum, own) => {
    const left = Math.min(...own.map((each) => each.left))
    return sum + Math.min(new Set(own.map(({ ms }) => ms)).size, left)
  }, 0)
}

/** Who is free when in a stretch, and how many more they may have that day. */
function placesIn({ calendar, holderIds, starts, counts }: Starts, { start, end }: Stretch, now: string) {
  const { earliest, latest } = within(calendar, Date.parse(now))
  const { mostPerDay } = calendar.room ?? noRoom
  const from = Math.max(earliest, Date.parse(start))
  return starts
    .filter(({ ms }) => ms >= from && ms <= latest && ms < Date.parse(end))
    .flatMap(({ ms, of, date }) =>
      holderIds.flatMap((holderId, at) => {
        const left = mostPerDay > 0 ? mostPerDay - (counts.get(`${at} ${date}`) ?? 0) : Number.POSITIVE_INFINITY
        return of[at] === FREE ? [{ holderId, ms, left }] : []
      }),
    )
}

/** Remembers that nobody is free at one start. */
export function fillStart({ starts }: Starts, start: string): void {
  const ms = Date.parse(start)
  const found = starts.find((each) => each.ms === ms)
  if (found) for (const [at, state] of found.of.entries()) if (state === FREE) found.of[at] = TAKEN
}

const within = ({ leadMinutes, horizonDays }: Pick<Calendar, 'leadMinutes' | 'horizonDays'>, nowMs: number) => ({
  earliest: nowMs + leadMinutes * minuteMs,
  latest: nowMs + horizonDays * dayMs,
})

/** Whose time may begin at this instant now (`possible`), and whose of them is free. */
export function whoStartsAt({ calendar, holderIds, starts }: Starts, start: string, now: string) {
  const { earliest, latest } = within(calendar, Date.parse(now))
  const ms = Date.parse(start)
  const found = ms >= earliest && ms <= latest ? starts.find((each) => each.ms === ms) : undefined
  const those = (...states: number[]) => holderIds.filter((_, i) => states.includes(found?.of[i] ?? NONE))
  return { possible: those(FREE, TAKEN), free: those(FREE) }
}

const slotAt = ({ calendar, holderIds }: Starts, { ms, of }: Start): Slot | null => {
  const first = holderIds[of.indexOf(FREE)]
  if (first === undefined) return null
  return {
    start: new Date(ms).toISOString(),
    end: new Date(ms + calendar.durationMinutes * minuteMs).toISOString(),
    holderId: first,
  }
}

/**
 * The days of a viewer's calendar from today to the horizon, each start once, full and closed days too; and until when (ms) this very answer
 * holds if nothing is booked: until the first of them is too soon, one more comes into sight, or the viewer's day ends.
 */
export function offeredDays(table: Starts, viewZone: string, now: string): { days: DayOfSlots[]; untilMs: number } {
  const nowMs = Date.parse(now)
  const { calendar, starts } = table
  const { earliest, latest } = within(calendar, nowMs)
  const first = dateIn(viewZone, nowMs)
  const borders = Array.from(
    { length: calendar.horizonDays + 2 },
    (_, i) => first.add({ days: i }).toZonedDateTime(viewZone).epochMilliseconds,
  )
  const inSight = starts.filter(({ ms }) => ms >= earliest && ms <= latest)
  const [soonest, next] = [inSight[0], starts.find(({ ms }) => ms > latest)]
  const days = borders.slice(0, -1).map((border, i): DayOfSlots => {
    const ends = borders[i + 1] ?? border
    const candidates = inSight.filter(({ ms, of }) => ms >= border && ms < ends && of.some((state) => state !== NONE))
    const slots = candidates.flatMap((each) => slotAt(table, each) ?? [])
    const date = first.add({ days: i }).toString()
    return { date, state: slots.length > 0 ? 'open' : candidates.length > 0 ? 'full' : 'closed', slots }
  })
  const untilMs = Math.min(
    borders[1] ?? nowMs,
    soonest ? soonest.ms - calendar.leadMinutes * minuteMs + 1 : Number.POSITIVE_INFINITY,
    next ? next.ms - calendar.horizonDays * dayMs : Number.POSITIVE_INFINITY,
  )
  return { days, untilMs }
}

/** The free starts nearest to one that is gone, in the order of the clock: at most so many, from so many days around it. */
export function startsNear(
  table: Starts,
  start: string,
  now: string,
  { atMost, days }: { atMost: number; days: number },
): Slot[] {
  const { earliest, latest } = within(table.calendar, Date.parse(now))
  const wanted = Date.parse(start)
  const { zone } = table.calendar
  const around = [-days, days + 1].map((each) => dateIn(zone, wanted).add({ days: each }).toZonedDateTime(zone).epochMilliseconds)
  const [from = wanted, to = wanted] = around
  const near = table.starts
    .filter(({ ms }) => ms >= earliest && ms <= latest && ms >= from && ms < to)
    .sort((a, b) => Math.abs(a.ms - wanted) - Math.abs(b.ms - wanted))
  const slots: Slot[] = []
  for (const each of near) {
    const slot = slots.length < atMost && slotAt(table, each)
    if (slot) slots.push(slot)
  }
  return slots.sort((a, b) => a.start.localeCompare(b.start))
}
