import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { dropMessages } from '../../platform/message.ts'
import { offersAround } from './offer-store.ts'
import { insertEnd, waitingOf } from './store.ts'

/** Takes somebody off the list by their own link; nothing more is written to them of open times. */
export function leaveList(ctx: Ctx) {
  return inOneStep(ctx, 'leave-list', (tx) => end(ctx, tx, linkedRecord(ctx, 'waiting'), 'left'))
}

/** Takes somebody off the list at the desk. */
export function takeOffList(ctx: Ctx, { waitingId }: { waitingId: string }) {
  return inOneStep(ctx, 'take-off-list', (tx) => {
    staffOf(ctx)
    return end(ctx, tx, waitingId, 'taken off')
  })
}

const end = async (ctx: Ctx, tx: Tx, waitingId: string, why: 'left' | 'taken off') => {
  const waiting = await waitingOf(tx, waitingId)
  if (!waiting) throw new Problem('not-found', { waitingId })
  const endedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  await insertEnd(tx, { waitingId, why, appointmentId: null, endedAt: ctx.now(), endedBy })
  await dropMessages(ctx, tx, waitingId)
  for (const offer of await offersAround(tx, ctx.now())) if (offer.waitingId === waitingId) await dropMessages(ctx, tx, offer.id)
  return { waitingId, personId: waiting.whose }
}
