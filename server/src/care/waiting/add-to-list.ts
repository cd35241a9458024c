import { Problem, type WaitingService } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { promiseMessage } from '../../platform/message.ts'
import { type EvaluationPlace, later } from '../booking/appointment.ts'
import { personOf } from '../people/store.ts'
import { visitAgain } from '../planning/visit-again.ts'
import { insertEnd, insertWaiting, waitingBy } from './store.ts'
import type { WishSent } from './wish-form.ts'

export type AddToList = WishSent & {
  personId: string
  service: WaitingService
  place?: EvaluationPlace | undefined
  /** Of an infusion: the order whose visit was canceled. */
  orderId?: string | undefined
}

const DAY_MINUTES = 24 * 60

/**
 * Puts somebody we know on the list for a call, an evaluation or the canceled visit of an order in force; asked for again, what they asked for
 * before ends. Whoever may not be booked for an infusion cannot wait for one: the refusal is the order's own.
 */
export function addToList(ctx: Ctx, { personId, days, noticeMinutes, weekdays, part, ...wanted }: AddToList) {
  return inOneStep(ctx, 'add-to-list', async (tx) => {
    const { id: joinedBy } = staffOf(ctx)
    const { service } = wanted
    const whose = await ownerOf(tx, personId)
    const what = await refuseUnbookable(ctx, tx, whose, wanted)
    await lockInOrder(tx, [`waiting ${whose}`])
    const [id, joinedAt] = [ctx.newId(), ctx.now()]
    const asked = { why: 'asked again', appointmentId: null, endedAt: joinedAt, endedBy: joinedBy } as const
    for (const before of await waitingBy(tx, whose, joinedAt))
      if (before.service === service) await insertEnd(tx, { waitingId: before.id, ...asked })
    const wish = { noticeMinutes, weekdays: [...new Set(weekdays)].sort(), part, until: later(joinedAt, days * DAY_MINUTES) }
    await insertWaiting(tx, { id, personId: whose, service, ...what, ...wish, joinedAt, joinedBy })
    await promiseMessage(ctx, tx, { kind: 'waiting-joined', aboutId: id, dueAt: joinedAt })
    return { waitingId: id, personId: whose }
  })
}

const ownerOf = async (tx: Tx, personId: string): Promise<string> => {
  const person = await personOf(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  return person.mergedInto ?? personId
}

type Wanted = Pick<AddToList, 'service' | 'place' | 'orderId'>

const refuseUnbookable = async (ctx: Ctx, tx: Tx, whose: string, { service, place, orderId }: Wanted) => {
  if (service === 'call') return { place: null, orderId: null }
  if (service === 'evaluation') {
    if (place === undefined) throw new Problem('not-valid', {}, [{ field: 'place', code: 'at-clinic-or-by-phone' }])
    return { place, orderId: null }
  }
  if (orderId === undefined) throw new Problem('not-valid', {}, [{ field: 'orderId', code: 'id-on-record' }])
  const { order } = await visitAgain(ctx, tx, orderId)
  if ((await ownerOf(tx, order.personId)) !== whose) throw new Problem('not-found', { personId: whose })
  return { place: null, orderId }
}
