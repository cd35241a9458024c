import { definedOf, type Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import type { Appointment } from './appointment.ts'
import { calendarFor, type Wanted } from './calendars.ts'
import { placeTime } from './place-time.ts'
import { type Around, callerOf } from './store.ts'
import { refuseElsewhere } from './take-time.ts'

export type NewPlace = { start: string; clinicianId?: string; chairId?: string }
export type FoundTime = { start: Date; end: Date; around: Around; clinicianId: string | null; chairId: string | null }

/**
 * Finds room for an appointment at another time, with another clinician or in another chair, and holds it against everybody until the step
 * ends. Refuses with `slot-taken` and what is free, or with `person-elsewhere`; see {@link Problem}.
 */
export const findTime = async (ctx: Ctx, tx: Tx, appointment: Appointment, to: NewPlace): Promise<FoundTime> => {
  const { id, kind, personId, whose } = appointment
  const { state } = await callerOf(tx, whose)
  const place = kind === 'infusion' ? { chairId: to.chairId } : { clinicianId: to.clinicianId }
  const wanted: Wanted = { movingId: id, isStaff: ctx.actor.kind === 'staff', ...definedOf(place) }
  const read = () => calendarFor(ctx, tx, appointment, state, wanted)
  const found = await placeTime(ctx, tx, {
    read,
    start: to.start,
    what: kind === 'infusion' ? 'chair' : 'clinician',
    personId: whose,
  })
  const times = { start: new Date(to.start), end: new Date(found.end) }
  await refuseElsewhere(tx, { personId, ...times, exceptId: id })
  const room = { ...times, around: found.around }
  return kind === 'infusion'
    ? { ...room, clinicianId: null, chairId: found.placeId }
    : { ...room, clinicianId: found.placeId, chairId: null }
}
