import { sayPhone } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inClinic, lockInOrder, type Tx } from '../../../platform/context.ts'
import { shows } from '../../../platform/shown.ts'
import { calendarFor, type Wanted } from '../../booking/calendars.ts'
import { placesOf } from '../../booking/desk-places.ts'
import { freshSlots, whoAt } from '../../booking/offered-slots.ts'
import { CALL_TIMES } from '../../booking/place-time.ts'
import { callTakers, evaluators, openChairs } from '../../booking/store.ts'
import { type Booked, bookedWithWhys, type StrandedWhy } from '../../booking/stranded.ts'
import { ordersAt } from '../../planning/store.ts'
import { sessionsAt } from '../store.ts'

export type Touched = { booked: Booked; whys: StrandedWhy[] }

/** Waits for every clinician and chair: nobody books into what is being closed, and what was just booked is seen. */
export const lockPlaces = async (tx: Tx): Promise<void> => {
  const people = [...(await callTakers(tx)), ...(await evaluators(tx))].map(({ id }) => `clinician ${id}`)
  await lockInOrder(tx, [CALL_TIMES, ...people, ...(await openChairs(tx)).map(({ id }) => `chair ${id}`)])
}

/** Makes a change and gives every booking that it newly keeps from being held; whoever has arrived is not asked about. */
export const touchedBy = async <T>(ctx: Ctx, tx: Tx, change: () => Promise<T>): Promise<{ done: T; touched: Touched[] }> => {
  const before = new Map((await bookedWithWhys(ctx, tx)).map(({ booked, whys }) => [booked.id, whys]))
  const done = await change()
  const after = (await bookedWithWhys(ctx, tx)).flatMap(({ booked, whys }) => {
    const fresh = whys.filter((why) => !before.get(booked.id)?.includes(why))
    return fresh.length > 0 ? [{ booked, whys: fresh }] : []
  })
  const sessions = await sessionsAt(
    tx,
    after.map(({ booked }) => booked.id),
  )
  const isHere = ({ id }: Booked) =>
    sessions.some(({ appointmentId, folded }) => appointmentId === id && folded.state !== 'booked')
  return { done, touched: after.filter(({ booked }) => !isHere(booked)) }
}

/** Whether the clinic can hold it all the same: it can open for one visit, and cannot use a chair or a person it does not have. */
export const mayKeep = (whys: readonly StrandedWhy[]) => whys.every((why) => why === 'closed that day' || why === 'outside hours')

/** Who or what else could take it at the very same time, and the nearest other times; what is given here is not given twice. */
const offersFor = async (ctx: Ctx, tx: Tx, booked: Booked, given: Set<string>) => {
  const { id, kind, start, personState } = booked
  const wanted: Wanted = { movingId: id, isStaff: true, personId: booked.whose }
  const calendar = await calendarFor(ctx, tx, booked, personState, wanted)
  const at = start.toISOString()
  const elsewhere = whoAt(calendar, at, ctx.now()).free.find((placeId) => !given.has(`${placeId} ${at}`)) ?? null
  if (elsewhere !== null) given.add(`${elsewhere} ${at}`)
  const [order] = kind === 'infusion' ? await ordersAt(tx, [id]) : []
  const isInOrder = (each: string) => !order || (new Date(each) >= order.validFrom && new Date(each) < order.validUntil)
  const times = freshSlots(calendar, at, ctx.now()).filter((slot) => slot.start !== at && isInOrder(slot.start))
  return { elsewhere, times: times.map((slot) => slot.start) }
}

/** What a change would do to the bookings, before anybody confirms it: the change is made, looked at, and taken back. */
export function seeTouched<T>(ctx: Ctx, change: (tx: Tx) => Promise<T>) {
  return inClinic(ctx, 'see-touched', (tx) =>
    tried(tx, async () => {
      const places = await placesOf(tx)
      const { touched } = await touchedBy(ctx, tx, () => change(tx))
      const given = new Set<string>()
      const bookings = []
      for (const { booked, whys } of touched) {
        const { elsewhere, times } = await offersFor(ctx, tx, booked, given)
        const nameOf = (placeId: string | null) => places.find(({ id }) => id === placeId)?.name ?? null
        bookings.push({
          appointmentId: booked.id,
          personId: booked.whose,
          kind: booked.kind,
          name: booked.name,
          phone: sayPhone(booked.phone),
          dial: booked.phone,
          at: nameOf(booked.clinicianId ?? booked.chairId),
          start: booked.start.toISOString(),
          end: booked.end.toISOString(),
          whys,
          mayKeep: mayKeep(whys),
          elsewhere: nameOf(elsewhere),
          times,
        })
      }
      return shows(bookings, { bookings })
    }),
  )
}

const tried = async <T>(tx: Tx, look: () => Promise<T>): Promise<T> => {
  await sql`savepoint tried`.execute(tx.db)
  try {
    return await look()
  } finally {
    await sql`rollback to savepoint tried`.execute(tx.db)
  }
}
