import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { refuseToSpeak } from './call-right.ts'
import { insertHandOver } from './hand-over-store.ts'
import { holdCall, refuseEnded } from './running-call.ts'

export type TakeCall = {
  appointmentId: string
  /** Who had the call on the screen of whoever takes it. */
  from: string
}

/**
 * Takes a call that a colleague has, offered or not, by whoever may speak with this caller at this moment. Of two who take it at once one has
 * it; to the other it is a `call-of-another`. Taken already, it changes nothing.
 */
export function takeCall(ctx: Ctx, { appointmentId, from }: TakeCall) {
  return inOneStep(ctx, 'take-call', async (tx) => {
    const { id: me } = staffOf(ctx)
    const call = await holdCall(tx, appointmentId)
    refuseEnded(call)
    const { by } = call.speakers
    const answer = { callId: call.id, appointmentId, personId: call.personId }
    if (by === me) return answer
    if (by !== from) throw new Problem('call-of-another', { callId: call.id, by })
    await refuseToSpeak(ctx, tx, call.whose, me)
    await insertHandOver(tx, call.id, { kind: 'taken', fromId: by, toId: me, note: null, doneAt: ctx.now() })
    return answer
  })
}
