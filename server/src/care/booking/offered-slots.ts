import {
  addDays,
  type Calendar,
  type DayOfSlots,
  daysOfSlots,
  isOffered,
  type OpenHours,
  type Slot,
  wholeDay,
} from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { Ctx, Tx } from '../../platform/context.ts'
import { clinicSettings, closures } from '../people/store.ts'
import { callRules, later, visitRules } from './appointment.ts'
import { bookedFrom, callTakers, openChairs } from './store.ts'

/** The date (YYYY-MM-DD) on the wall at this instant in a zone. */
export const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

type Booked = Awaited<ReturnType<typeof bookedFrom>>
const taken = (rows: Booked, isIts: (row: Booked[number]) => boolean) =>
  rows.filter(isIts).map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() }))

const groundsOf = async (ctx: Ctx, tx: Tx) => {
  const clinic = await clinicSettings(tx)
  const hours: OpenHours[] = Object.entries(clinic.hours).flatMap(([weekday, spans]) =>
    spans.map(([from, to]) => ({ weekday: Number(weekday), from, to })),
  )
  const days = await closures(tx, dateIn(clinic.zone, later(ctx.now(), -24 * 60)))
  return {
    clinic,
    hours,
    closures: days.map(({ onDate }) => wholeDay(clinic.zone, onDate)),
    booked: await bookedFrom(tx, ctx.now()),
  }
}

/** The states in which somebody who takes calls holds a licence and the clinic works. */
export const statesServed = async (tx: Tx): Promise<string[]> => {
  const [clinic, takers] = [await clinicSettings(tx), await callTakers(tx)]
  return clinic.states.filter((state) => takers.some(({ licensedStates }) => licensedStates.includes(state)))
}

/** The calendar of all who may speak with somebody in this state. */
export const callCalendar = async (ctx: Ctx, tx: Tx, state: string): Promise<Calendar> => {
  const { clinic, hours, closures, booked } = await groundsOf(ctx, tx)
  const takers = clinic.states.includes(state) ? await callTakers(tx) : []
  return {
    zone: clinic.zone,
    durationMinutes: callRules.minutes,
    leadMinutes: callRules.leadMinutes,
    horizonDays: callRules.horizonDays,
    clinicians: takers
      .filter(({ licensedStates }) => licensedStates.includes(state))
      .map(({ id }) => ({ clinicianId: id, hours, closures, booked: taken(booked, ({ clinicianId }) => clinicianId === id) })),
  }
}

/** The calendar of the chairs for visits of so many minutes; a slot's `clinicianId` is the chair's id. */
export const chairCalendar = async (ctx: Ctx, tx: Tx, minutes: number): Promise<Calendar> => {
  const { clinic, hours, closures, booked } = await groundsOf(ctx, tx)
  return {
    zone: clinic.zone,
    durationMinutes: minutes,
    stepMinutes: visitRules.stepMinutes,
    leadMinutes: 0,
    horizonDays: visitRules.horizonDays,
    clinicians: (await openChairs(tx)).map(({ id }) => ({
      clinicianId: id,
      hours,
      closures,
      booked: taken(booked, ({ chairId }) => chairId === id),
    })),
  }
}

const onePerStart = ({ slots, ...day }: DayOfSlots): DayOfSlots => ({
  ...day,
  slots: slots.filter(({ start }, i) => slots[i - 1]?.start !== start),
})

/** The next two weeks of free calls as the visitor's calendar shows them, each time once; full and closed days stay in the list. */
export const offeredSlots = async (ctx: Ctx, tx: Tx, { state, viewZone }: { state: string; viewZone: string }) =>
  daysOf(await callCalendar(ctx, tx, state), viewZone, ctx.now())

/** The same from a calendar that was read already. */
export const daysOf = (calendar: Calendar, viewZone: string, now: Date): DayOfSlots[] => {
  const range = { from: dateIn(viewZone, now), days: calendar.horizonDays + 1, viewZone }
  return daysOfSlots(calendar, range, now.toISOString()).map(onePerStart)
}

/** The days on which a chair is free for a visit of so many minutes, from a date in the clinic's zone; a slot's `clinicianId` is the chair's id. */
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
    calendar.clinicians
      .map(({ clinicianId }) => clinicianId)
      .filter((clinicianId) => isOffered(each, { start, end, clinicianId }, now.toISOString()))
  const unbooked = { ...calendar, clinicians: calendar.clinicians.map((each) => ({ ...each, booked: [] })) }
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
