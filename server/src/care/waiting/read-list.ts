import { Problem, sayPhone } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { callerOf } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { plansOf } from '../planning/store.ts'
import { ordersToWaitFor } from '../planning/visit-again.ts'
import { offersAround } from './offer-store.ts'
import { waitingBy, waitingNow } from './store.ts'
import type { Offer, Waiting } from './waiting.ts'

/** Everybody who waits, whoever joined first at the head, each with what they were offered of late. */
export function readList(ctx: Ctx) {
  return inClinic(ctx, 'read-waiting-list', async (tx) => {
    const list = await waitingNow(tx, ctx.now())
    const offers = await offersAround(tx, ctx.now())
    const rows = await Promise.all(list.map((each) => rowOf(tx, each, offers, ctx.now())))
    return shows(rows, { now: ctx.now().toISOString(), zone: await zoneOf(tx), rows })
  })
}

/** What one person waits for, and what they could wait for. */
export function readWaitingOf(ctx: Ctx, { personId }: { personId: string }) {
  return inClinic(ctx, 'read-waiting', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const whose = person.mergedInto ?? personId
    const offers = await offersAround(tx, ctx.now())
    const list = await waitingBy(tx, whose, ctx.now())
    const orders = await ordersToWaitFor(tx, await plansOf(tx, whose))
    return shows([personId], {
      personId,
      zone: await zoneOf(tx),
      rows: await Promise.all(list.map((each) => rowOf(tx, each, offers, ctx.now()))),
      orders: orders.map(({ id, number, of }) => ({ orderId: id, number, of })),
    })
  })
}

const rowOf = async (tx: Tx, waiting: Waiting, offers: readonly Offer[], now: Date) => {
  const { id, whose, service, place, noticeMinutes, weekdays, part, until, joinedAt, name } = waiting
  const own = offers.filter(({ waitingId }) => waitingId === id)
  const open = own.find((each) => each.ended === null && each.declinedAt === null && each.until > now)
  return {
    ...{ waitingId: id, personId: whose, name, phone: sayPhone((await callerOf(tx, whose)).phone), service, place },
    ...{ noticeMinutes, weekdays, part, until: until.toISOString(), joinedAt: joinedAt.toISOString(), offers: own.length },
    offered: open ? { start: open.start.toISOString(), until: open.until.toISOString() } : null,
  }
}
