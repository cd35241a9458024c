import { Problem } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { callOfAppointment, outcomeOf } from './call-store.ts'
import { handOversOf } from './hand-over-store.ts'
import { speakersOf } from './speakers.ts'
import { lockAppointment } from './store.ts'

/** The call of an appointment with who has it, held until the step ends. Problem `not-found` where nobody has begun it. */
export const holdCall = async (tx: Tx, appointmentId: string) => {
  const appointment = await lockAppointment(tx, appointmentId)
  const call = appointment && (await callOfAppointment(tx, appointmentId))
  if (!call) throw new Problem('not-found', { appointmentId })
  const endedAt = (await outcomeOf(tx, call.id))?.decidedAt ?? null
  return { ...call, whose: appointment.whose, endedAt, speakers: speakersOf(call, await handOversOf(tx, call.id), endedAt) }
}

export type HeldCall = Awaited<ReturnType<typeof holdCall>>

/** Refuses with `call-over` what can only be done while somebody is on the phone. */
export const refuseEnded = ({ id, endedAt }: HeldCall): void => {
  if (endedAt !== null) throw new Problem('call-over', { callId: id })
}

/** Refuses with `call-of-another` whoever does not have a call that is under way. What is corrected after its end is no matter of who had it. */
export function refuseOther(ctx: Ctx, { id, endedAt, speakers }: HeldCall): void {
  if (endedAt === null && speakers.by !== staffOf(ctx).id) throw new Problem('call-of-another', { callId: id, by: speakers.by })
}
