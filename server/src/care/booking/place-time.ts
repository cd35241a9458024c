import { type Calendar, noRoom, Problem, type Slot } from '@dripline/clinical'
import { type Ctx, lockInOrder, type Tx } from '../../platform/context.ts'
import { later } from './appointment.ts'
import { freshSlots, whoAt } from './offered-slots.ts'
import type { Around } from './store.ts'

type Asked = {
  /** The calendar as it is now; read again after the wait. */
  read: () => Promise<Calendar>
  start: string
  what: 'clinician' | 'chair'
  /** Whose other bookings wait too. */
  personId?: string
}

export type PlaceTime = { placeId: string; end: string; around: Around; fresh: () => Slot[] }

/** The times of calls as a whole: a caller's booking shares them, whoever moves a call or changes the clinic holds them alone. */
export const CALL_TIMES = 'call times'

/** Waits its turn for every clinician or chair that could take this time and names one that is free: of these, the one with the fewest. */
export const placeTime = async (ctx: Ctx, tx: Tx, { read, start, what, personId }: Asked): Promise<PlaceTime> => {
  const { possible } = whoAt(await read(), start, ctx.now())
  if (possible.length === 0)
    throw new Problem('not-valid', {}, [{ field: 'start', code: 'time-that-is-still-on-offer', value: start }])
  await lockInOrder(tx, [
    ...(what === 'clinician' ? [CALL_TIMES] : []),
    ...possible.map((id) => `${what} ${id}`),
    ...(personId === undefined ? [] : [`person ${personId}`]),
  ])
  // What was read before the wait may be old by now.
  const calendar = await read()
  const fresh = () => freshSlots(calendar, start, ctx.now())
  const { free } = whoAt(calendar, start, ctx.now())
  const [first] = calendar.holders
    .filter(({ holderId }) => free.includes(holderId))
    .sort((a, b) => a.booked.length - b.booked.length)
  if (!first) throw new Problem('slot-taken', {}, [], fresh())
  const end = later(new Date(start), calendar.durationMinutes).toISOString()
  return { placeId: first.holderId, end, around: calendar.room ?? noRoom, fresh }
}
