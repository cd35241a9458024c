import { Problem, type Slot } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { bookedBy, insertAppointment, type NewAppointment } from './store.ts'

type Times = { personId: string; start: Date; end: Date; exceptId?: string }

/** Refuses with `person-elsewhere`, naming what the person has then, when they would have to be in two places at once. */
export const refuseElsewhere = async (tx: Tx, times: Times): Promise<void> => {
  const [other] = await bookedBy(tx, times)
  if (!other) return
  const params = { kind: other.kind, at: other.start.toISOString(), zone: await zoneOf(tx) }
  const about = { appointmentId: other.id, personId: times.personId }
  throw new Problem('person-elsewhere', about, [
    { field: 'start', code: 'time-person-is-free', params, value: times.start.toISOString() },
  ])
}

/** Puts an appointment into a time that was found free. Whoever was quicker, or the person's own other appointment, is named in the refusal. */
export const takeTime = async (tx: Tx, row: NewAppointment, fresh: () => Slot[]): Promise<void> => {
  await refuseElsewhere(tx, row)
  if (await insertAppointment(tx, row)) return
  await refuseElsewhere(tx, row)
  throw new Problem('slot-taken', {}, [], fresh())
}
