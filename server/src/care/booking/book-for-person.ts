import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { personOf } from '../people/store.ts'
import type { EvaluationPlace } from './appointment.ts'
import { callCalendar, evaluationCalendar, type Wanted } from './calendars.ts'
import { placeTime } from './place-time.ts'
import { promiseLetters } from './reminders.ts'
import { takeTime } from './take-time.ts'

export type BookForPerson = {
  personId: string
  kind: 'call' | 'evaluation'
  /** Where an evaluation is held. */
  place?: EvaluationPlace | undefined
  start: string
  clinicianId?: string | undefined
}

/** Books a call or an evaluation for somebody we know, by the same times, constraints and letters as a call from the public page. */
export function bookForPerson(ctx: Ctx, sent: BookForPerson) {
  return inOneStep(ctx, 'book-for-person', (tx) => bookKnown(ctx, tx, sent, entryIdOf(ctx)?.id))
}

/** The same inside the caller's own step: on a call, its outcome and the next appointment are one deed. */
export const bookKnown = async (ctx: Ctx, tx: Tx, sent: BookForPerson, id = ctx.newId()) => {
  staffOf(ctx)
  return bookTime(ctx, tx, sent, id)
}

/** The same for whoever may book: staff may give a time that begins at once, others keep the notice. */
export const bookTime = async (
  ctx: Ctx,
  tx: Tx,
  { personId, kind, place, start, clinicianId }: BookForPerson,
  id = ctx.newId(),
) => {
  const person = await personOf(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  if (kind === 'evaluation' && place === undefined)
    throw new Problem('not-valid', {}, [{ field: 'place', code: 'at-clinic-or-by-phone' }])
  const wanted: Wanted = { isStaff: ctx.actor.kind === 'staff', ...(clinicianId !== undefined && { clinicianId }) }
  const read = () =>
    place === undefined || kind === 'call'
      ? callCalendar(ctx, tx, person.state, wanted)
      : evaluationCalendar(ctx, tx, { state: person.state, place }, wanted)
  const found = await placeTime(ctx, tx, { read, start, what: 'clinician', personId: person.mergedInto ?? personId })
  const row = {
    id,
    kind,
    ...(kind === 'evaluation' && place !== undefined && { place }),
    personId,
    clinicianId: found.placeId,
    chairId: null,
    start: new Date(start),
    end: new Date(found.end),
    around: found.around,
    zone: person.zone,
    at: ctx.now(),
  }
  await takeTime(tx, row, found.fresh)
  await promiseLetters(ctx, tx, row.id, row.start)
  return { id: row.id, personId, kind, start, end: found.end, clinicianId: found.placeId }
}
