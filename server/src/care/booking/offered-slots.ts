import { addDays, type Calendar, type DayOfSlots, daysOfSlots, isInForce, isOffered, type Slot } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { clinicSettings } from '../clinic/store.ts'
import { later } from './appointment.ts'
import { chairCalendar, dateIn } from './calendars.ts'
import { statesForPublic } from './line-calendar.ts'
import { callTakers } from './store.ts'

/** The states in which somebody who takes calls holds a license and the clinic works. */
export const statesServed = async (ctx: Ctx, tx: Tx): Promise<string[]> => {
  const [clinic, takers] = [await clinicSettings(tx), await callTakers(tx)]
  const today = dateIn(clinic.zone, ctx.now())
  const open = await statesForPublic(ctx, tx, clinic.states)
  return open.filter((state) =>
    takers.some(({ licenses }) => licenses.some((each) => each.state === state && isInForce(each, today))),
  )
}

const onePerStart = ({ slots, ...day }: DayOfSlots): DayOfSlots => ({
  ...day,
  slots: slots.filter(({ start }, i) => slots[i - 1]?.start !== start),
})

/** The free times ahead in a calendar as their viewer's calendar shows them, each once; full and closed days stay in the list. */
export const daysOf = (calendar: Calendar, viewZone: string, now: Date): DayOfSlots[] => {
  const range = { from: dateIn(viewZone, now), days: calendar.horizonDays + 1, viewZone }
  return daysOfSlots(calendar, range, now.toISOString()).map(onePerStart)
}

/** The days on which a chair is free for a visit of so many minutes, from a date in the clinic's zone; a slot's `holderId` is the chair's id. */
export const offeredVisits = async (
  ctx: Ctx,
  tx: Tx,
  { minutes, from, days }: { minutes: number; from: string; days: number },
): Promise<DayOfSlots[]> => {
  const calendar = await chairCalendar(ctx, tx, minutes)
  return daysOfSlots(calendar, { from, days, viewZone: calendar.zone }, ctx.now().toISOString())
}

/** Whose slots at this start are free now, and whose would have been had nobody taken them. */
export const whoAt = (calendar: Calendar, start: string, now: Date) => {
  const end = later(new Date(start), calendar.durationMinutes).toISOString()
  const offers = (each: Calendar) =>
    calendar.holders
      .map(({ holderId }) => holderId)
      .filter((holderId) => isOffered(each, { start, end, holderId }, now.toISOString()))
  const unbooked = { ...calendar, holders: calendar.holders.map((each) => ({ ...each, booked: [], counted: [] })) }
  return { free: offers(calendar), possible: offers(unbooked) }
}

const FRESH = 12
const FRESH_DAYS = 7

/** The free times nearest to one that is gone: what a refusal offers instead, in the order of the clock. */
export const freshSlots = (calendar: Calendar, start: string, now: Date): Slot[] => {
  const wanted = Date.parse(start)
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.start) - wanted)
  const first = addDays(dateIn(calendar.zone, new Date(wanted)), -FRESH_DAYS)
  const range = { from: first, days: 2 * FRESH_DAYS + 1, viewZone: calendar.zone }
  return daysOfSlots(calendar, range, now.toISOString())
    .map(onePerStart)
    .flatMap(({ slots }) => slots)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, FRESH)
    .sort((a, b) => a.start.localeCompare(b.start))
}
