import { freeStretches, isInForce, type OpenHours, type Stretch, wholeDay } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { absencesFrom, clinicSettings, closures } from '../clinic/store.ts'
import { dateIn } from './calendars.ts'
import { appointmentsBetween, callTakers, evaluators, openChairs } from './store.ts'

/** Why a booked time cannot be kept as it stands, in the order in which a person would say it. */
export const strandedWhys = ['closed that day', 'outside hours', 'chair out of use', 'no one for it'] as const
export type StrandedWhy = (typeof strandedWhys)[number]
export type Booked = Awaited<ReturnType<typeof appointmentsBetween>>[number]

const AHEAD_MS = 400 * 86_400_000

/** Everything that is booked and has not begun, each with every reason why the clinic as it stands now cannot keep it. */
export const bookedWithWhys = async (ctx: Ctx, tx: Tx): Promise<{ booked: Booked; whys: StrandedWhy[] }[]> => {
  const stretch = { start: ctx.now().toISOString(), end: new Date(ctx.now().getTime() + AHEAD_MS).toISOString() }
  const booked = (await appointmentsBetween(tx, stretch)).filter(({ state, start }) => state === 'booked' && start > ctx.now())
  const whysOf = await strandedBy(ctx, tx)
  return booked.map((each) => ({ booked: each, whys: whysOf(each) }))
}

/** Tells of a booking what keeps the clinic from it: a closed day or hour, a chair out of use, nobody licensed who does this. */
export const strandedBy = async (ctx: Ctx, tx: Tx) => {
  const { zone, hours, states } = await clinicSettings(tx)
  const open: OpenHours[] = Object.entries(hours).flatMap(([weekday, spans]) =>
    spans.map(([from, to]) => ({ weekday: Number(weekday), from, to })),
  )
  const shut = (await closures(tx, dateIn(zone, ctx.now()))).map(({ onDate }) => wholeDay(zone, onDate))
  const [takers, prescribers] = [await callTakers(tx), await evaluators(tx)]
  const chairs = new Set((await openChairs(tx)).map(({ id }) => id))
  const kept = await keptBookings(tx)
  const away = await absencesFrom(tx, dateIn(zone, ctx.now()))

  const isAble = ({ kind, place, clinicianId, personState, start }: Booked): boolean => {
    const who = (kind === 'call' ? takers : prescribers).find(({ id }) => id === clinicianId)
    const where = kind === 'evaluation' && place === 'clinic' ? states : states.filter((each) => each === personState)
    const day = dateIn(zone, start)
    if (away.some(({ staffId, firstDay, lastDay }) => staffId === clinicianId && firstDay <= day && day <= lastDay)) return false
    return who?.licenses.some((license) => where.includes(license.state) && isInForce(license, day)) ?? false
  }
  return (booked: Booked): StrandedWhy[] => {
    const { id, kind, chairId } = booked
    const whys: StrandedWhy[] = []
    if (shut.some((day) => meets(booked, day))) whys.push('closed that day')
    else if (!isWithin(booked, open, zone)) whys.push('outside hours')
    if (kind === 'infusion' && (chairId === null || !chairs.has(chairId))) whys.push('chair out of use')
    if (kind !== 'infusion' && !isAble(booked)) whys.push('no one for it')
    const said = kept.get(id)
    return said && said.saidAt >= booked.changedAt ? whys.filter((why) => !said.whys.includes(why)) : whys
  }
}

type Times = { start: Date; end: Date }
const meets = ({ start, end }: Times, day: Stretch) =>
  Date.parse(day.start) < end.getTime() && start.getTime() < Date.parse(day.end)

const isWithin = ({ start, end }: Times, hours: readonly OpenHours[], zone: string): boolean => {
  const date = dateIn(zone, start)
  return freeStretches(
    { hours, booked: [], closures: [] },
    { zone, date, now: wholeDay(zone, date).start, leastMinutes: 1 },
  ).some((open) => Date.parse(open.start) <= start.getTime() && end.getTime() <= Date.parse(open.end))
}

/** The bookings of which somebody said, the last time they were asked, that they are kept all the same. */
const keptBookings = async (tx: Tx): Promise<Map<string, { whys: string[]; saidAt: Date }>> => {
  const said = await tx.db
    .selectFrom('touchedBooking')
    .where('clinicId', '=', tx.clinicId)
    .distinctOn('appointmentId')
    .orderBy('appointmentId')
    .orderBy('saidAt', 'desc')
    .select(['appointmentId', 'became', 'saidAt'])
    .select(sql<string[]>`whys`.as('whys'))
    .execute()
  return new Map(said.filter(({ became }) => became === 'kept').map(({ appointmentId, ...rest }) => [appointmentId, rest]))
}
