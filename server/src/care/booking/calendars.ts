import {
  addDays,
  beginningOf,
  type Calendar,
  type HolderCalendar,
  type License,
  type OpenHours,
  type Room,
  type Stretch,
  type Taken,
  wholeDay,
} from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { lineNow, lineOfAppointment } from '../clinic/service-line.ts'
import { absencesFrom, clinicSettings, closures } from '../clinic/store.ts'
import { type Appointment, type EvaluationPlace, later } from './appointment.ts'
import { formHolds } from './form-hold-store.ts'
import { heldFrom } from './hold-store.ts'
import { underLine } from './line-calendar.ts'
import { bookedBy, bookedFrom, callsBegun, callTakers, evaluators, openChairs } from './store.ts'

/** The date (YYYY-MM-DD) on the wall at this instant in a zone. */
export const dateIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** For whom times are looked for: their own other appointments are not offered, the one that moves is not in its own way. */
export type Wanted = {
  personId?: string
  movingId?: string
  clinicianId?: string
  chairId?: string
  /** Staff may give a time that begins at once. */
  isStaff?: boolean
  /** For a table that is kept: what visitors' forms hold is laid over it, and is not in it. */
  isKept?: boolean
}

/** Whose time is looked for: who is away, and what a visitor's form holds, is nothing to a chair. */
type Holders = 'clinicians' | 'chairs'

type Rules = Awaited<ReturnType<typeof policiesOf>>['booking']

const FAR_AHEAD_MS = 400 * 86_400_000
type Around = { beforeMinutes?: number | null; afterMinutes?: number | null }
type Row = Around & { clinicianId: string | null; chairId: string | null; start: Date; end: Date }

/** A time that is taken as the calendar takes it: the instants, and what it wants around it. */
export const asTaken = ({ start, end, beforeMinutes, afterMinutes }: Around & Pick<Row, 'start' | 'end'>): Taken => ({
  start: start.toISOString(),
  end: end.toISOString(),
  ...(beforeMinutes && { beforeMinutes }),
  ...(afterMinutes && { afterMinutes }),
})

/** What visitors' forms hold, as what the desk holds is said. */
export const heldForCalls = async (tx: Tx, now: Date) =>
  (await formHolds(tx, now)).map((each) => ({ ...each, kind: 'call' as const, chairId: null }))

const groundsOf = async (ctx: Ctx, tx: Tx, holders: Holders, { personId, movingId, isKept }: Wanted) => {
  const clinic = await clinicSettings(tx)
  const { booking: rules } = await policiesOf(tx, ctx.now())
  const hours: OpenHours[] = Object.entries(clinic.hours).flatMap(([weekday, spans]) =>
    spans.map(([from, to]) => ({ weekday: Number(weekday), from, to })),
  )
  const yesterday = dateIn(clinic.zone, later(ctx.now(), -24 * 60))
  const days = await closures(tx, yesterday)
  const away = holders === 'chairs' ? [] : await absencesFrom(tx, yesterday)
  const booked = (await bookedFrom(tx, ctx.now())).filter(({ id }) => id !== movingId)
  const held = [
    ...(await heldFrom(tx, ctx.now(), movingId)),
    ...(isKept || holders === 'chairs' ? [] : await heldForCalls(tx, ctx.now())),
  ]
  const ahead = { start: ctx.now(), end: new Date(ctx.now().getTime() + FAR_AHEAD_MS), exceptId: movingId }
  const own = personId === undefined ? [] : await bookedBy(tx, { personId, ...ahead })
  const takenBy = (isIts: (row: Row) => boolean) => [...[...booked, ...held].filter(isIts), ...own].map(asTaken)
  const shut = days.map(({ onDate }) => wholeDay(clinic.zone, onDate))
  const closedFor = (id: string) => [
    ...shut,
    ...away
      .filter(({ staffId }) => staffId === id)
      .map(({ firstDay, lastDay }) => ({
        start: wholeDay(clinic.zone, firstDay).start,
        end: wholeDay(clinic.zone, lastDay).end,
      })),
  ]
  return { clinic, hours, closures: shut, closedFor, takenBy, held, rules }
}

/** What a call of these rules wants around it and of a day. */
const roomOfCall = (rules: Rules): Room => ({
  beforeMinutes: rules.callBufferBeforeMinutes,
  afterMinutes: rules.callBufferAfterMinutes,
  mostPerDay: rules.callsPerDayMost,
})

const FOREVER = '9999-01-01T00:00:00Z'

/** The time after somebody's last license in these states has ended, when they may not be booked. */
const afterLicenses = (zone: string, licenses: readonly License[], states: readonly string[]): Stretch[] => {
  const ends = licenses.filter(({ state }) => states.includes(state)).map(({ validUntil }) => validUntil)
  const last = ends.includes(null) ? null : ends.sort().at(-1)
  return last ? [{ start: beginningOf(addDays(last, 1), zone), end: FOREVER }] : []
}

/** The calendar of all who may speak with somebody in this state; null is anywhere the clinic works. */
export const callCalendar = async (ctx: Ctx, tx: Tx, state: string | null, wanted: Wanted = {}): Promise<Calendar> => {
  const { clinic, hours, closedFor, takenBy, held, rules } = await groundsOf(ctx, tx, 'clinicians', wanted)
  const room = roomOfCall(rules)
  const counted = room.mostPerDay > 0 ? await countedCalls(ctx, tx, clinic.zone, held, wanted.movingId) : () => ({})
  const where = clinic.states.filter((each) => state === null || each === state)
  const takers = where.length > 0 ? await callTakers(tx) : []
  const calendar = {
    zone: clinic.zone,
    durationMinutes: rules.callMinutes,
    leadMinutes: wanted.isStaff ? 0 : rules.callLeadMinutes,
    horizonDays: rules.callHorizonDays,
    room,
    holders: takers
      .filter(({ id, licenses }) => licenses.some((each) => where.includes(each.state)) && (wanted.clinicianId ?? id) === id)
      .map(({ id, licenses }) => ({
        holderId: id,
        hours,
        closures: [...closedFor(id), ...afterLicenses(clinic.zone, licenses, where)],
        booked: takenBy(({ clinicianId }) => clinicianId === id),
        ...counted(id),
      })),
  }
  return underLine(calendar, await lineNow(ctx, tx, 'free-call'), state)
}

type Held = Pick<Awaited<ReturnType<typeof heldFrom>>[number], 'kind' | 'clinicianId' | 'start'>

/** When the calls begin that count towards a clinician's day: of today those that are over too, and what is held for a call. */
const countedCalls = async (ctx: Ctx, tx: Tx, zone: string, held: readonly Held[], movingId?: string) => {
  const today = new Date(beginningOf(dateIn(zone, ctx.now()), zone))
  const begun = (await callsBegun(tx, today)).filter(({ id }) => id !== movingId)
  const all = [...begun, ...held.filter(({ kind }) => kind === 'call')]
  return (holder: string): Pick<HolderCalendar, 'counted'> => ({
    counted: all.filter(({ clinicianId }) => clinicianId === holder).map(({ start }) => start.toISOString()),
  })
}

type Evaluation = { state: string; place: EvaluationPlace }

/** The calendar of the prescribers who may see somebody: by phone those licensed in the state where the person is. */
export const evaluationCalendar = async (
  ctx: Ctx,
  tx: Tx,
  { state, place }: Evaluation,
  wanted: Wanted = {},
): Promise<Calendar> => {
  const { clinic, hours, closedFor, takenBy, rules } = await groundsOf(ctx, tx, 'clinicians', wanted)
  const where = place === 'clinic' ? clinic.states : clinic.states.filter((each) => each === state)
  const calendar = {
    zone: clinic.zone,
    durationMinutes: place === 'clinic' ? rules.evaluationMinutes : rules.evaluationByPhoneMinutes,
    stepMinutes: rules.evaluationStepMinutes,
    leadMinutes: wanted.isStaff ? 0 : rules.evaluationLeadMinutes,
    horizonDays: rules.evaluationHorizonDays,
    holders: (await evaluators(tx))
      .filter(({ id, licenses }) => licenses.some((each) => where.includes(each.state)) && (wanted.clinicianId ?? id) === id)
      .map(({ id, licenses }) => ({
        holderId: id,
        hours,
        closures: [...closedFor(id), ...afterLicenses(clinic.zone, licenses, where)],
        booked: takenBy(({ clinicianId }) => clinicianId === id),
      })),
  }
  return underLine(calendar, await lineNow(ctx, tx, 'evaluation'), state)
}

/** The calendar in which an appointment of this kind may move, as whoever asks may use it. */
export const calendarFor = async (
  ctx: Ctx,
  tx: Tx,
  { kind, place, start, end, lineId }: Pick<Appointment, 'kind' | 'place' | 'start' | 'end' | 'lineId'>,
  state: string,
  wanted: Wanted,
): Promise<Calendar> => {
  if (kind === 'infusion') {
    const calendar = await chairCalendar(ctx, tx, Math.round((end.getTime() - start.getTime()) / 60_000), wanted)
    return underLine(calendar, await lineOfAppointment(ctx, tx, { kind, lineId }), state)
  }
  return kind === 'call'
    ? callCalendar(ctx, tx, state, wanted)
    : evaluationCalendar(ctx, tx, { state, place: place ?? 'clinic' }, wanted)
}

/** The calendar of the chairs for visits of so many minutes; a slot's `holderId` is the chair's id. */
export const chairCalendar = async (ctx: Ctx, tx: Tx, minutes: number, wanted: Wanted = {}): Promise<Calendar> => {
  const { clinic, hours, closures, takenBy, rules } = await groundsOf(ctx, tx, 'chairs', wanted)
  return {
    zone: clinic.zone,
    durationMinutes: minutes,
    stepMinutes: rules.visitStepMinutes,
    leadMinutes: 0,
    horizonDays: rules.visitHorizonDays,
    holders: (await openChairs(tx))
      .filter(({ id }) => (wanted.chairId ?? id) === id)
      .map(({ id }) => ({ holderId: id, hours, closures, booked: takenBy(({ chairId }) => chairId === id) })),
  }
}
