import { type Improbable, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { refuseUnconfirmed } from '../people/ask-back.ts'
import { type Appointment, later } from './appointment.ts'
import { refuseToSpeak } from './call-right.ts'
import { callOfAppointment, entriesOf, insertCall, insertTakenBack } from './call-store.ts'
import { holdCall, refuseOther } from './running-call.ts'
import { lockAppointment } from './store.ts'

type StartCall = { appointmentId: string; confirmed?: readonly string[] | undefined }

/**
 * Opens the call of an appointment by whoever may speak with this caller; opened already, it is the same call, or `call-of-another`. A time that
 * is not now is asked back. Who was missed may be called again.
 */
export function startCall(ctx: Ctx, { appointmentId, confirmed = [] }: StartCall) {
  return inOneStep(ctx, 'start-call', async (tx) => {
    const { id: startedBy } = staffOf(ctx)
    const appointment = await lockAppointment(tx, appointmentId)
    if (appointment?.kind !== 'call') throw new Problem('not-found', { appointmentId })
    if (await callOfAppointment(tx, appointmentId)) {
      const open = await holdCall(tx, appointmentId)
      refuseOther(ctx, open)
      return { id: open.id, appointmentId, personId: open.personId, startedAt: open.startedAt.toISOString() }
    }
    if (appointment.state !== 'booked' && appointment.state !== 'missed') throw new Problem('appointment-over', { appointmentId })
    await refuseToSpeak(ctx, tx, appointment.whose, startedBy)
    refuseUnconfirmed(doubtsOf(appointment, ctx.now(), await zoneOf(tx)), confirmed)

    const call = { id: ctx.newId(), appointmentId, personId: appointment.personId, startedBy, startedAt: ctx.now() }
    await insertCall(tx, call)
    return { ...call, startedAt: call.startedAt.toISOString() }
  })
}

// A call's own length before its time, and from its end on, somebody may have pressed the wrong line.
const doubtsOf = ({ state, start, end }: Appointment, now: Date, zone: string): Improbable[] => {
  const minutes = (end.getTime() - start.getTime()) / 60_000
  const isEarly = later(now, minutes) < start
  if (!isEarly && (state === 'missed' || now < end)) return []
  const params = { start: start.toISOString(), now: now.toISOString(), zone }
  return [{ ask: isEarly ? 'early' : 'late', field: 'start', question: { code: 'call-not-now', params } }]
}

/** Takes back a call that was begun by mistake: nothing was written on it, and the appointment waits for its time again. */
export function takeBackCall(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'take-back-call', async (tx) => {
    const { id: takenBackBy } = staffOf(ctx)
    const call = await holdCall(tx, appointmentId)
    refuseOther(ctx, call)
    const isWritten = (await entriesOf(tx, call.id)).length > 0 || call.speakers.spoke.length > 1 || call.endedAt !== null
    if (isWritten) throw new Problem('call-written', { callId: call.id })
    await insertTakenBack(tx, { callId: call.id, takenBackBy, takenBackAt: ctx.now() })
    return { callId: call.id, appointmentId, personId: call.personId }
  })
}
