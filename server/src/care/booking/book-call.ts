import { claimWithCompany, dateOf, Problem, type Room, whoStartsAt } from '@dripline/clinical'
import { type CalledOnce, firstAnswer } from '../../platform/called-once.ts'
import { type Calling, type Ctx, groundOf, inOneCall } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { linkRow } from '../../platform/link.ts'
import { later } from './appointment.ts'
import { askedBefore } from './asked-before.ts'
import type { BookCall } from './booking-form.ts'
import { inTurn } from './in-turn.ts'
import { forgetTimes, freshNear, type KeptTimes, keptTimes, rememberFull, tableOf, takeKept } from './kept-times.ts'
import { LINK_DAYS, remindersBefore } from './reminders.ts'

export type Booked = { id: string; personId: string; start: string; end: string; zone: string }

const VERB = 'book-call'

/**
 * Books the free call for somebody who is new to us: a person and a time, or `slot-taken` with the times next to it that are free. Whoever
 * wants a time that others want too waits here, by that time, without a connection; that it is full is remembered.
 */
export async function bookCall(ctx: Ctx, sent: BookCall): Promise<Booked> {
  await whyNot(ctx, await keptTimes(ctx), sent)
  const booked = await inTurn(`${ctx.clinicId} ${sent.start}`, () => bookOrAgain(ctx, sent))
  // The letter stands in the database; that nobody has to wait for the minute's round is all that is lost when this fails.
  groundOf(ctx).jobs.tell('deliver', { clinicId: ctx.clinicId })
  return booked
}

const bookOrAgain = async (ctx: Ctx, sent: BookCall): Promise<Booked> => {
  for (let tries = 0; ; tries += 1) {
    const kept = await keptTimes(ctx)
    await whyNot(ctx, kept, sent)
    const done = await bookBy(ctx, kept, sent)
    if (typeof done !== 'string') return done
    await forgetTimes(ctx)
    if (tries > 0) throw new Problem('slot-taken', {}, [], freshNear(ctx, await keptTimes(ctx), sent.state, sent.start))
  }
}

/** Refuses what cannot be booked by the times as they are kept, unless it is an act that was done already and is asked again. */
const whyNot = async (ctx: Ctx, kept: KeptTimes, { state, start }: BookCall): Promise<void> => {
  if (!kept.isSetUp) throw new Problem('not-set-up')
  if (!kept.served.includes(state)) throw new Problem('outside-states')
  const { possible, free } = whoStartsAt(tableOf(kept, state), start, ctx.now().toISOString())
  if (free.length > 0 || (await askedBefore(ctx, VERB))) return
  if (possible.length === 0)
    throw new Problem('not-valid', {}, [{ field: 'start', code: 'time-that-is-still-on-offer', value: start }])
  throw new Problem('slot-taken', {}, [], freshNear(ctx, kept, state, start))
}

const CALL = 'select * from book_call_once($1, $2, $3, $4, $5, $6, $7, $8)'
/** What the database refuses by itself, leaving nothing: nobody is free, or the table of times no longer holds. */
const [FULL, STALE] = ['DL001', 'DL002']

const bookBy = async (ctx: Ctx, kept: KeptTimes, sent: BookCall): Promise<Booked | 'stale'> => {
  const { state, start } = sent
  const end = later(new Date(start), kept.minutes).toISOString()
  const { free } = whoStartsAt(tableOf(kept, state), start, ctx.now().toISOString())
  const byLoad = free.sort((a, b) => (kept.load.get(a) ?? 0) - (kept.load.get(b) ?? 0))
  let taken: string | undefined
  try {
    const booked = await inOneCall(ctx, VERB, async (calling) => {
      const own: Booked = { id: entryIdOf(ctx)?.id ?? ctx.newId(), personId: ctx.newId(), start, end, zone: sent.zone }
      try {
        const row = await callBook(ctx, calling, own, { ...sent, facts: kept.facts, room: kept.room, candidates: byLoad })
        taken = row.who ?? undefined
        return firstAnswer(row, own)
      } catch (error) {
        if (codeOf(error) !== FULL) throw error
        rememberFull(kept, state, start)
        throw new Problem('slot-taken', {}, [], freshNear(ctx, kept, state, start))
      }
    })
    if (taken !== undefined) takeKept(ctx, kept, taken, booked)
    return booked
  } catch (error) {
    if (codeOf(error) === STALE) return 'stale'
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

type Booking = BookCall & { facts: string; room: Room; candidates: readonly string[] }

const callBook = (ctx: Ctx, { deedOf, call }: Calling, own: Booked, booking: Booking) => {
  const { id, personId, start, end } = own
  const { name, phone, email, state, zone, language = null, facts, room, candidates } = booking
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
    JSON.stringify({ id, start, end, at, claims, room: roomSaid(room) }),
    JSON.stringify(link),
    JSON.stringify(letters),
  ])
}

const roomSaid = ({ beforeMinutes, afterMinutes, mostPerDay }: Room) => ({
  before: beforeMinutes,
  after: afterMinutes,
  most: mostPerDay,
})

const DAY_MINUTES = 24 * 60

/** The claims that the public home makes on a day: all together or none. */
export const claimsOnHome = (at: Date) => claimWithCompany('relief-two-thirds', dateOf(at.toISOString(), 'UTC')) ?? []
