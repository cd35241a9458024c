import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { type Appointment, later } from './appointment.ts'
import { findTime, type NewPlace } from './find-time.ts'
import { insertHold, releaseHolds } from './hold-store.ts'
import { refuseUnchangeable } from './move-appointment.ts'
import { letterOfMove } from './read-before.ts'
import { lockAppointment } from './store.ts'

/** Long enough to read a letter and say it to somebody on the phone; proposed. */
const HELD_MINUTES = 5

export type HoldTime = NewPlace & { appointmentId: string; words?: string | undefined }

/** Holds a free time for a call or an evaluation and shows the letter that *Move and tell* would send. Nothing has moved yet. */
export function holdTime(ctx: Ctx, { appointmentId, ...to }: HoldTime) {
  return inOneStep(ctx, 'hold-time', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment || appointment.kind === 'infusion') throw new Problem('not-found', { appointmentId })
    return holdFor(ctx, tx, appointment, to)
  })
}

/** Holds a time for an appointment of any kind inside the caller's own step. */
export const holdFor = async (ctx: Ctx, tx: Tx, appointment: Appointment, { words, ...to }: Omit<HoldTime, 'appointmentId'>) => {
  const { id: heldBy } = staffOf(ctx)
  refuseUnchangeable(appointment, ctx.now())
  const { id: appointmentId, personId, sequence } = appointment
  const found = await findTime(ctx, tx, appointment, to)
  await releaseHolds(tx, appointmentId, ctx.now())
  const heldUntil = later(ctx.now(), HELD_MINUTES)
  await insertHold(tx, { id: ctx.newId(), appointmentId, ...found, heldBy, heldUntil })
  return {
    appointmentId,
    personId,
    start: found.start.toISOString(),
    end: found.end.toISOString(),
    clinicianId: found.clinicianId,
    chairId: found.chairId,
    heldUntil: heldUntil.toISOString(),
    version: sequence + 2,
    letter: await letterOfMove(ctx, tx, appointment, found, words ?? null),
  }
}

/** Puts it back: the time that was held is free for everybody. */
export function releaseTime(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'release-time', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    await releaseHolds(tx, appointmentId, ctx.now())
    return { appointmentId, personId: appointment.personId }
  })
}
