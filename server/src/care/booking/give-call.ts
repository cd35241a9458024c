import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { whoMaySpeak } from './call-right.ts'
import { insertHandOver } from './hand-over-store.ts'
import { holdCall, refuseEnded, refuseOther } from './running-call.ts'

export type GiveCall = { appointmentId: string; to: string; note?: string | undefined }

/** Offers the call to a colleague who may speak with this caller, with what they should know; it stays with who gives it until it is taken. */
export function giveCall(ctx: Ctx, { appointmentId, to, note }: GiveCall) {
  return inOneStep(ctx, 'give-call', async (tx) => {
    const { id: fromId } = staffOf(ctx)
    const call = await holdCall(tx, appointmentId)
    refuseEnded(call)
    refuseOther(ctx, call)
    const may = await whoMaySpeak(ctx, tx, call.whose)
    if (to === fromId || !may.some(({ id }) => id === to))
      throw new Problem('not-valid', {}, [{ field: 'to', code: 'colleague-who-may-speak', value: to }])
    await insertHandOver(tx, call.id, { kind: 'offered', fromId, toId: to, note: note || null, doneAt: ctx.now() })
    return { callId: call.id, appointmentId, personId: call.personId }
  })
}

/** Keeps a call that was offered and not taken yet. Said again, it changes nothing. */
export function keepCall(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'keep-call', async (tx) => {
    const { id: fromId } = staffOf(ctx)
    const call = await holdCall(tx, appointmentId)
    refuseOther(ctx, call)
    const { offer } = call.speakers
    if (offer) await insertHandOver(tx, call.id, { kind: 'kept', fromId, toId: offer.to, note: null, doneAt: ctx.now() })
    return { callId: call.id, appointmentId, personId: call.personId }
  })
}
