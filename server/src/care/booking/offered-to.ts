import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import type { EvaluationPlace } from './appointment.ts'
import { callCalendar, evaluationCalendar } from './calendars.ts'
import { daysOf } from './offered-slots.ts'

/** The free times of a call or an evaluation for somebody we know, on the clinic's clock; their own other appointments are left out. */
export function offeredTo(
  ctx: Ctx,
  { personId, kind, place }: { personId: string; kind: 'call' | 'evaluation'; place: EvaluationPlace },
) {
  return inClinic(ctx, 'see-times', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const { zone } = await clinicSettings(tx)
    const wanted = { personId, isStaff: true }
    const calendar =
      kind === 'call'
        ? await callCalendar(ctx, tx, person.state, wanted)
        : await evaluationCalendar(ctx, tx, { state: person.state, place }, wanted)
    const days = daysOf(calendar, zone, ctx.now()).filter(({ state }) => state === 'open')
    return shows([personId], { personId, zone, minutes: calendar.durationMinutes, days: days.slice(0, OFFERED_DAYS) })
  })
}

const OFFERED_DAYS = 15
