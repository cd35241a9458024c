import { dateOf, daysOfSlots, isOfUse, Problem, type Slot, type Waiter, type WaitingService } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { later } from '../booking/appointment.ts'
import { callCalendar, chairCalendar, evaluationCalendar } from '../booking/calendars.ts'
import { bookedBy } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { visitAgain } from '../planning/visit-again.ts'
import type { Waiting } from './waiting.ts'

type Group = Pick<Waiting, 'service' | 'place' | 'state'> & { minutes: number }
const nameOf = ({ service, place, state, minutes }: Group) =>
  service === 'infusion' ? `infusion ${minutes}` : `${service} ${place} ${place === 'clinic' ? '' : state}`

/** Finds the free times of each group of people who wait for the same, each group's calendar read once. */
export const freeTimesFor = (ctx: Ctx, tx: Tx) => {
  const known = new Map<string, Promise<readonly Slot[]>>()
  return (group: Group, until: Date): Promise<readonly Slot[]> => {
    const name = nameOf(group)
    const found = known.get(name) ?? read(ctx, tx, group, until)
    known.set(name, found)
    return found
  }
}

const read = async (ctx: Ctx, tx: Tx, { service, place, state, minutes }: Group, until: Date): Promise<readonly Slot[]> => {
  const calendar =
    service === 'infusion'
      ? await chairCalendar(ctx, tx, minutes)
      : service === 'call'
        ? await callCalendar(ctx, tx, state)
        : await evaluationCalendar(ctx, tx, { state, place: place ?? 'clinic' })
  const now = ctx.now()
  const days = Math.min(calendar.horizonDays, Math.ceil((until.getTime() - now.getTime()) / 86_400_000)) + 1
  const range = { from: dateOf(now.toISOString(), calendar.zone), days, viewZone: calendar.zone }
  return daysOfSlots(calendar, range, now.toISOString()).flatMap(({ slots }) => slots)
}

/** Somebody on the list as the rules read them, with how long their time takes; null where they may not be booked now. */
export const waiterOf = async (ctx: Ctx, tx: Tx, waiting: Waiting): Promise<(Waiter & { minutes: number }) | null> => {
  const now = ctx.now()
  const { service, place, orderId, whose, until } = waiting
  const visit = service === 'infusion' ? await visitOf(ctx, tx, orderId) : null
  if (service === 'infusion' && !visit) return null
  const ahead = await bookedBy(tx, { personId: whose, start: now, end: later(until, 24 * 60) })
  const same = ahead.filter(({ kind, start }) => service !== 'infusion' && kind === service && start > now)
  const isOnPhone = service === 'call' || place === 'phone'
  const { waitingList: rules } = await policiesOf(tx, now)
  const lead = await leadOf(ctx, tx, service)
  return {
    id: waiting.id,
    minutes: visit ? Math.round((visit.end.getTime() - visit.start.getTime()) / 60_000) : 0,
    wish: {
      // Whoever is asked has to read it first.
      noticeMinutes: Math.max(waiting.noticeMinutes, lead) + rules.replyMinutes,
      weekdays: waiting.weekdays,
      part: waiting.part,
      until: until.toISOString(),
      zone: isOnPhone ? waiting.zone : await zoneOf(tx),
      hours: rules,
    },
    own: ahead
      .filter(({ id }) => !same.some((each) => each.id === id))
      .map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
    before: same.map(({ start }) => start.toISOString()).sort()[0] ?? null,
  }
}

/** How many minutes before its time something can be booked at the latest. */
export const leadOf = async (ctx: Ctx, tx: Tx, service: WaitingService): Promise<number> => {
  const { booking, waitingList } = await policiesOf(tx, ctx.now())
  const leads = {
    call: booking.callLeadMinutes,
    evaluation: booking.evaluationLeadMinutes,
    infusion: waitingList.visitNoticeMinutes,
  }
  return leads[service]
}

const visitOf = async (ctx: Ctx, tx: Tx, orderId: string | null) => {
  try {
    return orderId === null ? null : (await visitAgain(ctx, tx, orderId)).visit
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Whether a time may be offered to somebody: it fits them, and what would refuse its booking does not. */
export const mayBeOffered = async (ctx: Ctx, tx: Tx, waiting: Waiting, waiter: Waiter, slot: Slot): Promise<boolean> => {
  if (!isOfUse(waiter, slot, ctx.now().toISOString())) return false
  if (waiting.service !== 'infusion' || waiting.orderId === null) return true
  try {
    await visitAgain(ctx, tx, waiting.orderId, slot.start)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
