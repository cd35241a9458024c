import { letterTime } from '@dripline/clinical/words'
import * as letter from '@dripline/clinical/words/waiting'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import type { Compose } from '../../platform/message.ts'
import { policiesOf } from '../../platform/policies.ts'
import { readerFor } from '../../platform/reader.ts'
import { later } from '../booking/appointment.ts'
import { greeting } from '../booking/letter-words.ts'
import { LINK_DAYS } from '../booking/reminders.ts'
import { clinicSettings } from '../clinic/store.ts'
import { offerOf, wasTold } from './offer-store.ts'
import { endOf, waitingOf } from './store.ts'
import { standingOf, type Waiting } from './waiting.ts'

const inParagraphs = (parts: readonly string[]) => `${parts.join('\n\n')}\n`
const DAY_MINUTES = 24 * 60

const placeLink = (ctx: Ctx, tx: Tx, { id, until }: Waiting) =>
  makeLink(ctx, tx, 'waiting', id, later(until, LINK_DAYS * DAY_MINUTES))

const aboutOf = async (ctx: Ctx, tx: Tx, waitingId: string) => {
  const waiting = await waitingOf(tx, waitingId)
  if (!waiting || waiting.until <= ctx.now() || (await endOf(tx, waitingId))) return null
  const { name: clinic } = await clinicSettings(tx)
  return { waiting, clinic, to: await readerFor(ctx, tx, waiting.whose), leave: await placeLink(ctx, tx, waiting) }
}

// Whoever puts an address on the list may not be its owner.
const joined: Compose = async (tx, ctx, waitingId) => {
  const about = await aboutOf(ctx, tx, waitingId)
  const { mostFirstADay } = (await policiesOf(tx, ctx.now())).waitingList
  if (!about || (await writtenToday(tx, about.waiting.email, ctx.now())) >= mostFirstADay) return null
  const { waiting, clinic, to, leave } = about
  const parts = [greeting(to, waiting.name), letter.letterWaiting(to), letter.letterWaitingLeave(to, { url: leave }), clinic]
  return { to: waiting.email, from: clinic, subject: letter.letterWaitingSubject(to, { clinic }), body: inParagraphs(parts) }
}

const writtenToday = async (tx: Tx, recipient: string, now: Date): Promise<number> => {
  const { count } = await tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('recipient', '=', recipient)
    .where('kind', '=', 'waiting-joined')
    .where('sentAt', '>', later(now, -DAY_MINUTES))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A time that opened, while it is open and whoever is asked still waits. */
const offered: Compose = async (tx, ctx, offerId) => {
  const offer = await offerOf(tx, offerId)
  const about = offer && (await aboutOf(ctx, tx, offer.waitingId))
  if (!about || standingOf(offer, true, ctx.now()) !== 'open') return null
  const { waiting, clinic, to, leave } = about
  const url = await makeLink(ctx, tx, 'offer', offerId, later(offer.start, LINK_DAYS * DAY_MINUTES))
  const time = (at: Date) => letterTime(to, at, waiting.zone)
  const parts = [
    greeting(to, waiting.name),
    letter.letterOffer(to, { kind: waiting.service, when: time(offer.start) }),
    letter.letterOfferTake(to, { until: time(offer.until), url }),
    letter.letterOfferNothing(to, { url: leave }),
    clinic,
  ]
  const subject = letter.letterOfferSubject(to, { kind: waiting.service, clinic })
  return { to: waiting.email, from: clinic, subject, body: inParagraphs(parts) }
}

/** Somebody else was first; said once to whoever was told of the time and still waits. */
const gone: Compose = async (tx, ctx, offerId) => {
  const offer = await offerOf(tx, offerId)
  const about = offer && (await aboutOf(ctx, tx, offer.waitingId))
  if (!about || offer.declinedAt || offer.start <= ctx.now() || !(await wasTold(tx, offerId))) return null
  const { waiting, clinic, to, leave } = about
  const parts = [
    greeting(to, waiting.name),
    letter.letterGone(to, { when: letterTime(to, offer.start, waiting.zone) }),
    letter.letterWaitingLeave(to, { url: leave }),
    clinic,
  ]
  return { to: waiting.email, from: clinic, subject: letter.letterGoneSubject(to, { clinic }), body: inParagraphs(parts) }
}

/** What the waiting list has to say by letter; the clock asks for it when it is due. It never says why somebody waits. */
export const waitingLetters: Readonly<Record<string, Compose>> = {
  'waiting-joined': joined,
  'waiting-offer': offered,
  'waiting-gone': gone,
}
