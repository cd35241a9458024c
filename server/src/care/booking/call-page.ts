import { Problem, sayPhone } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { foldEntries } from './call.ts'
import { callOfAppointment, entriesOf, outcomeOf } from './call-store.ts'
import { appointmentOf, callerOf } from './store.ts'

/** Everything the call screen shows of one booked call. */
export function callPage(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inClinic(ctx, 'see-call', async (tx) => {
    const appointment = await appointmentOf(tx, appointmentId)
    if (appointment?.kind !== 'call') throw new Problem('not-found', { appointmentId })
    const { personId, start, end, state } = appointment
    const caller = await callerOf(tx, personId)
    const call = await callOfAppointment(tx, appointmentId)
    const outcome = call && (await outcomeOf(tx, call.id))
    const { crisisLines } = await clinicSettings(tx)
    return shows([personId], {
      appointmentId,
      personId,
      name: caller.name,
      phone: sayPhone(caller.phone),
      email: caller.email,
      lettersComeBack: (await refusedAmong(tx, [caller.email])).has(caller.email),
      state: caller.state,
      zone: caller.zone,
      start: start.toISOString(),
      end: end.toISOString(),
      standing: state,
      startedAt: call?.startedAt.toISOString() ?? null,
      answers: call ? foldEntries(await entriesOf(tx, call.id)) : {},
      outcome: outcome
        ? {
            ...outcome,
            decidedAt: outcome.decidedAt.toISOString(),
            bookedFor: outcome.bookedFor?.toISOString() ?? null,
          }
        : null,
      crisisLines,
    })
  })
}
