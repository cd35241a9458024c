import { claimWithCompany, dateOf, Problem, type Room, whoStartsAt } from '@dripline/clinical'
import { type CalledOnce, firstAnswer } from '../../platform/called-once.ts'
import { type Calling, type Ctx, groundOf, inOneCall } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { type FormMark, hashOfForm } from '../../platform/form-mark.ts'
import { linkRow } from '../../platform/link.ts'
import { later } from './appointment.ts'
import { askedBefore } from './asked-before.ts'
import type { BookCall } from './booking-form.ts'
import { forgetForms, timesNow } from './held-by-forms.ts'
import { roomSaid } from './hold-for-form.ts'
import { inTurn } from './in-turn.ts'
import type { KeptTimes } from './kept-shape.ts'
import { byLoad, forgetTimes, freshNear, keptTimes, rememberFull, tableOf, takeKept } from './kept-times.ts'
import { whyUnfree } from './refuse-unfree.ts'
import { LINK_DAYS, remindersBefore } from './reminders.ts'

export type Booked = { id: string; personId: string; start: string; end: string; zone: string }

const VERB = 'book-call'

/**
 * Books the free call for somebody who is new to us: a person and a time, or `slot-taken` with the times next to it that are free. Whoever
 * wants a time that others want too waits here, by that time, without a connection; that it is full is remembered. What the form itself
 * holds is its own, and its hold ends with the booking.
 */
export async function bookCall(ctx: Ctx, sent: BookCall, from: FormMark | null = null): Promise<Booked> {
  const form = from && hashOfForm(from)
  await whyNot(ctx, await keptTimes(ctx), sent, form)
  const booked = await inTurn(`${ctx.clinicId} ${sent.start}`, () => bookOrAgain(ctx, sent, form))
  // The letter stands in the database; that nobody has to wait for the minute's round is all that is lost when this fails.
  groundOf(ctx).jobs.tell('deliver', { clinicId: ctx.clinicId })
  return booked
}

const bookOrAgain = async (ctx: Ctx, sent: BookCall, form: string | null): Promise<Booked> => {
  for (let tries = 0; ; tries += 1) {
    const kept = await keptTimes(ctx)
    await whyNot(ctx, kept, sent, form)
    const done = await bookBy(ctx, kept, sent, form)
    if (typeof done !== 'string') return done
    await forgetTimes(ctx)
    if (tries > 0) throw await taken(ctx, sent)
  }
}

/** Refuses what cannot be booked by the times as they are kept, unless it is an act that was done already and is asked again. */
const whyNot = async (ctx: Ctx, kept: KeptTimes, sent: BookCall, form: string | null): Promise<void> => {
  const why = whyUnfree(ctx, await timesNow(ctx, kept, form ?? undefined), sent)
  if (why && (!GONE.includes(why.code) || !(await askedBefore(ctx, VERB)))) throw why
}
/** How a time is refused that somebody may have, among them whoever asks again. */
const GONE: readonly string[] = ['not-valid', 'slot-taken']

const CALL = 'select * from book_call_once($1, $2, $3, $4, $5, $6, $7, $8)'
/** What the database refuses by itself, leaving nothing: nobody is free, the table of times no longer holds, or who is free is held. */
const [FULL, STALE, HELD] = ['DL001', 'DL002', 'DL003']

const taken = async (ctx: Ctx, { state, start }: BookCall): Promise<Problem> =>
  new Problem('slot-taken', {}, [], freshNear(ctx, await timesNow(ctx, await keptTimes(ctx)), state, start))

const bookBy = async (ctx: Ctx, kept: KeptTimes, sent: BookCall, form: string | null): Promise<Booked | 'stale'> => {
  const { state, start } = sent
  const end = later(new Date(start), kept.minutes).toISOString()
  const times = await timesNow(ctx, kept, form ?? undefined)
  const { free } = whoStartsAt(tableOf(times, state), start, ctx.now().toISOString())
  const candidates = byLoad(kept, free)
  let given: string | undefined
  try {
    const booked = await inOneCall(ctx, VERB, async (calling) => {
      const own: Booked = { id: entryIdOf(ctx)?.id ?? ctx.newId(), personId: ctx.newId(), start, end, zone: sent.zone }
      try {
        const row = await callBook(ctx, calling, own, { ...sent, facts: kept.facts, room: kept.room, form, candidates })
        given = row.who ?? undefined
        return firstAnswer(row, own)
      } catch (error) {
        if (codeOf(error) === HELD) await forgetForms(ctx)
        else if (codeOf(error) === FULL) rememberFull(kept, state, start)
        else throw error
        throw await taken(ctx, sent)
      }
    })
    if (given !== undefined) takeKept(ctx, kept, given, booked)
    if (form !== null) await forgetForms(ctx)
    return booked
  } catch (error) {
    if (codeOf(error) === STALE) return 'stale'
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

type Booking = BookCall & { facts: string; room: Room; form: string | null; candidates: readonly string[] }

const callBook = (ctx: Ctx, { deedOf, call }: Calling, own: Booked, booking: Booking) => {
  const { id, personId, start, end } = own
  const { name, phone, email, state, zone, language = null, facts, room, form, candidates } = booking
  const at = ctx.now()
  const claims = claimsOnHome(at).map((claim) => ({ id: claim.id, version: claim.version }))
  const caller = { id: personId, name, email, phone, state, zone, language }
  const link = linkRow(ctx, 'appointment', id, later(at, LINK_DAYS * DAY_MINUTES))
  const letters = [
    { id: ctx.newId(), kind: 'appointment-told', due: at },
    ...remindersBefore(at, new Date(start)).map((due) => ({ id: ctx.newId(), kind: 'appointment-reminder', due })),
  ]
  return call<CalledOnce & { who: string | null }>(CALL, [
    ctx.clinicId,
    deedOf(own),
    facts,
    [...candidates],
    JSON.stringify(caller),
    JSON.stringify({ id, start, end, at, claims, room: roomSaid(room), form }),
    JSON.stringify(link),
    JSON.stringify(letters),
  ])
}

const DAY_MINUTES = 24 * 60

/** The claims that the public home makes on a day: all together or none. */
export const claimsOnHome = (at: Date) => claimWithCompany('relief-two-thirds', dateOf(at.toISOString(), 'UTC')) ?? []
