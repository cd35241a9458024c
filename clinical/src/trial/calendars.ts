import { dateOf } from '../calendar/local-day.ts'
import type { Calendar, HolderCalendar, OpenHours, Slot, Stretch, Taken } from '../calendar/slots.ts'
import { daysOfSlots, isOffered, wholeDay } from '../calendar/slots.ts'
import { offeredDays, startsOf, takeTimes } from '../calendar/starts.ts'
import { type Chance, chanceOf } from './chance.ts'

/** Where clinics are tried: every zone of the United States and Arizona, others half an hour and three quarters off, and both ends of a day. */
export const triedZones = [
  ...['America/New_York', 'America/Detroit', 'America/Indiana/Indianapolis', 'America/Chicago', 'America/Menominee'],
  ...['America/Denver', 'America/Boise', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'America/Adak'],
  ...['Pacific/Honolulu', 'America/Puerto_Rico', 'Pacific/Guam', 'Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Kolkata'],
  ...['Asia/Kathmandu', 'Australia/Eucla', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Europe/London'],
] as const

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000]
/** The nights on which clocks change here or there, 2026 to 2028: half of the clinics are tried around one. */
const changes = ['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07', '2028-03-12', '2028-11-05', '2026-03-29', '2027-04-04']

const iso = (ms: number) => new Date(ms).toISOString()
const clock = (minutes: number) =>
  minutes >= 24 * 60 ? '24:00' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const nowOf = (chance: Chance): string => {
  const around = chance.oneOf(changes)
  const from = chance.share() < 0.5 ? Date.parse(`${around}T00:00:00Z`) - 3 * DAY_MS : Date.UTC(2026, 0, 1)
  const within = chance.share() < 0.5 ? 4 * DAY_MS : 1095 * DAY_MS
  return iso(from + Math.floor((chance.share() * within) / MINUTE_MS) * MINUTE_MS)
}

const hoursOf = (chance: Chance): OpenHours[] =>
  Array.from({ length: chance.whole(0, 5) }, () => {
    const from = 5 * chance.whole(0, 276)
    return {
      weekday: 1 + chance.whole(0, 6),
      from: clock(from),
      to: clock(Math.min(24 * 60, from + 10 + 5 * chance.whole(0, 140))),
    }
  })

const stretchOf = (chance: Chance, now: string): Stretch => {
  const start = Date.parse(now) + (5 * chance.whole(0, 2600) - 600) * MINUTE_MS
  return { start: iso(start), end: iso(start + 5 * (1 + chance.whole(0, 20)) * MINUTE_MS) }
}

const holderOf = (chance: Chance, now: string, zone: string, holderId: string): HolderCalendar => {
  const day = iso(Date.parse(now) + chance.whole(0, 8) * DAY_MS).slice(0, 10)
  const booked = Array.from({ length: chance.whole(0, 4) }, () => ({
    ...stretchOf(chance, now),
    ...(chance.share() < 0.3 && { afterMinutes: 5 * (1 + chance.whole(0, 5)) }),
    ...(chance.share() < 0.3 && { beforeMinutes: 5 * (1 + chance.whole(0, 5)) }),
  }))
  return {
    holderId,
    hours: hoursOf(chance),
    booked,
    closures: chance.share() < 0.4 ? [wholeDay(zone, day)] : [],
    counted: booked.map(({ start }) => start),
  }
}

/** A clinic's calendar and a visitor, drawn by a seed and a number: the same again whenever it is asked for. */
const drawCalendar = (seed: number, number: number): { calendar: Calendar; viewZone: string; now: string; chance: Chance } => {
  const chance = chanceOf(seed, number)
  const [zone, viewZone, now] = [chance.oneOf(triedZones), chance.oneOf(triedZones), nowOf(chance)]
  const calendar = {
    zone,
    durationMinutes: chance.oneOf([10, 15, 20, 25, 45]),
    ...(chance.share() < 0.4 && { stepMinutes: chance.oneOf([10, 15, 25, 40]) }),
    leadMinutes: chance.oneOf([0, 60, 120]),
    horizonDays: 1 + chance.whole(0, 4),
    room: {
      beforeMinutes: chance.oneOf([0, 0, 5, 15]),
      afterMinutes: chance.oneOf([0, 0, 10, 30]),
      mostPerDay: chance.oneOf([0, 0, 0, 1, 3]),
    },
    holders: Array.from({ length: 1 + chance.whole(0, 2) }, (_, i) => holderOf(chance, now, zone, `c${i}`)),
  }
  return { calendar, viewZone, now, chance }
}

/** What is wrong with a time that was just given, by a reading of its own: nothing but instants, minutes and the clinic's date. */
const wrongWith = (calendar: Calendar, before: HolderCalendar, given: Slot): string[] => {
  const { beforeMinutes = 0, afterMinutes = 0, mostPerDay = 0 } = calendar.room ?? {}
  const [start, end] = [Date.parse(given.start), Date.parse(given.end)]
  const apart = (other: Taken) => {
    const [from, to] = [Date.parse(other.start), Date.parse(other.end)]
    if (to <= start) return start - to >= Math.max(beforeMinutes, other.afterMinutes ?? 0) * MINUTE_MS
    if (from >= end) return from - end >= Math.max(afterMinutes, other.beforeMinutes ?? 0) * MINUTE_MS
    return false
  }
  const date = (at: string) => dateOf(at, calendar.zone)
  const that = [...(before.counted ?? []), given.start].filter((at) => date(at) === date(given.start)).length
  const overlaps = before.booked.some((other) => Date.parse(other.end) > start && Date.parse(other.start) < end)
  return [
    ...(end - start === calendar.durationMinutes * MINUTE_MS ? [] : ['another length']),
    ...(overlaps ? ['overlaps a booking'] : []),
    ...(before.booked.every(apart) ? [] : ['inside a buffer']),
    ...(mostPerDay > 0 && that > mostPerDay ? ['more than a day may have'] : []),
    ...(before.closures.some((shut) => Date.parse(shut.end) > start && Date.parse(shut.start) < end) ? ['on a closed day'] : []),
  ]
}

/** How many times are given of each clinic, one after another. */
const GIVEN = 6

export type Tried = { offered: number; booked: number; wrong: string[] }

/**
 * Tries one clinic: everything that is offered can be booked, the kept table says the same as slot by slot, on the visitor's own dates, and
 * booking after booking out of what is left meets no other, keeps its buffers and its day's most. What went wrong, in words.
 */
export const tryCalendar = (seed: number, number: number): Tried => {
  const { calendar, viewZone, now, chance } = drawCalendar(seed, number)
  let current = calendar
  const table = startsOf(calendar, now, iso(Date.parse(now) + DAY_MS))
  const from = dateOf(now, viewZone)
  const wrong: string[] = []
  let [offered, booked] = [0, 0]
  for (let turn = 0; turn <= GIVEN; turn += 1) {
    const days = daysOfSlots(current, { from, days: current.horizonDays + 1, viewZone }, now)
    const each = days.map(({ slots, ...day }) => ({
      ...day,
      slots: slots.filter(({ start }, i) => slots[i - 1]?.start !== start),
    }))
    if (JSON.stringify(each) !== JSON.stringify(offeredDays(table, viewZone, now).days))
      wrong.push('the kept table says another thing')
    const slots = days.flatMap((day) => day.slots.map((slot) => ({ slot, date: day.date })))
    offered += slots.length
    for (const { slot, date } of slots) {
      // Of what is left after a booking, some: each asks for a whole day anew.
      const isAsked = turn === 0 || chance.isSo(1 / 10)
      if (isAsked && !isOffered(current, slot, now)) wrong.push(`offered and refused: ${slot.start}`)
      if (dateOf(slot.start, viewZone) !== date) wrong.push(`on a wrong day: ${slot.start}`)
    }
    if (slots.length === 0 || turn === GIVEN) break
    const { slot } = chance.oneOf(slots)
    const own = current.holders.find(({ holderId }) => holderId === slot.holderId)
    if (own) wrong.push(...wrongWith(current, own, slot).map((what) => `${what}: ${slot.start}`))
    booked += 1
    const taken = { start: slot.start, end: slot.end, ...current.room }
    takeTimes(table, slot.holderId, taken)
    const holders = current.holders.map((holder) =>
      holder.holderId === slot.holderId
        ? { ...holder, booked: [...holder.booked, taken], counted: [...(holder.counted ?? []), slot.start] }
        : holder,
    )
    current = { ...current, holders }
  }
  return { offered, booked, wrong }
}
