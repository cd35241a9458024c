import { type Calendar, Problem, type Slot } from '@dripline/clinical'
import { type Ctx, lockInOrder, type Tx } from '../../platform/context.ts'
import { later } from './appointment.ts'
import { freshSlots, whoAt } from './offered-slots.ts'

export type ClinicianTime = { clinicianId: string; end: string; fresh: () => Slot[] }

/** Waits its turn for everybody who could take this time and names one who is free: of these, who has the fewest. */
export const clinicianTime = async (ctx: Ctx, tx: Tx, read: () => Promise<Calendar>, start: string): Promise<ClinicianTime> => {
  const { possible } = whoAt(await read(), start, ctx.now())
  if (possible.length === 0)
    throw new Problem('not-valid', {}, [{ field: 'start', expected: 'a time that is still on offer', value: start }])
  await lockInOrder(
    tx,
    possible.map((id) => `clinician ${id}`),
  )
  // What was read before the wait may be old by now.
  const calendar = await read()
  const fresh = () => freshSlots(calendar, start, ctx.now())
  const { free } = whoAt(calendar, start, ctx.now())
  const [first] = calendar.clinicians
    .filter(({ clinicianId }) => free.includes(clinicianId))
    .sort((a, b) => a.booked.length - b.booked.length)
  if (!first) throw new Problem('slot-taken', {}, [], fresh())
  return { clinicianId: first.clinicianId, end: later(new Date(start), calendar.durationMinutes).toISOString(), fresh }
}
