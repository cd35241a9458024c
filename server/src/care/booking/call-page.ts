import { Problem, sayPhone } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings, staffMember } from '../clinic/store.ts'
import { foldEntries } from './call.ts'
import { whoMaySpeak } from './call-right.ts'
import { callOfAppointment, entriesOf, outcomeOf } from './call-store.ts'
import { followedAt, letterAfter } from './follow-call.ts'
import { handOversOf } from './hand-over-store.ts'
import { type Speakers, speakersOf } from './speakers.ts'
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
    const speakers = call && speakersOf(call, await handOversOf(tx, call.id), outcome?.decidedAt ?? null)
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
      speakers: speakers ? await saidSpeakers(tx, speakers) : null,
      maySpeak: outcome
        ? []
        : (await whoMaySpeak(ctx, tx, appointment.whose)).map(({ id, name, title }) => ({ id, name, title })),
      answers: call ? foldEntries(await entriesOf(tx, call.id)) : {},
      outcome: outcome
        ? {
            ...outcome,
            decidedAt: outcome.decidedAt.toISOString(),
            bookedFor: outcome.bookedFor?.toISOString() ?? null,
          }
        : null,
      letter: await letterAfter(ctx, tx, appointmentId, null),
      letterSentAt: (await followedAt(tx, appointmentId))?.toISOString() ?? null,
      crisisLines,
    })
  })
}

/** Who spoke when, by name. */
const saidSpeakers = async (tx: Tx, { by, offer, spoke }: Speakers) => {
  const names = new Map<string, string>()
  for (const id of new Set([...spoke.map((each) => each.by), ...(offer ? [offer.to] : [])]))
    names.set(id, (await staffMember(tx, id))?.name ?? '')
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    by,
    name: nameOf(by),
    offer: offer && { ...offer, name: nameOf(offer.to), at: offer.at.toISOString() },
    spoke: spoke.map((each) => ({
      by: each.by,
      name: nameOf(each.by),
      from: each.from.toISOString(),
      until: each.until?.toISOString() ?? null,
    })),
  }
}
