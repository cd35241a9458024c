import { type Ctx, inClinic, inOneStep, lockInOrder, type Tx } from '../../platform/context.ts'
import { promiseMessage } from '../../platform/message.ts'
import { policiesOf } from '../../platform/policies.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { later } from '../booking/appointment.ts'
import { leadOf } from './free-times.ts'
import { type Matched, matchTimes, type ToEnd, type ToOffer } from './match-times.ts'
import { insertFreed, insertFreedEnd, insertOffer, offersAround, offersOf } from './offer-store.ts'
import { waitingNow } from './store.ts'
import type { Waiting } from './waiting.ts'

/**
 * Offers every time that is free to those on the list whom it suits, and ends offers whose time is no longer free or too near. It looks at
 * what is free, and not at what freed it: whatever door a time comes back by, it is found here.
 */
export async function offerFreeTimes(ctx: Ctx): Promise<void> {
  const { toOffer, toEnd } = await find(ctx)
  if (toOffer.length === 0 && toEnd.length === 0) return
  await inOneStep(ctx, 'offer-free-times', async (tx) => {
    await lockInOrder(tx, ['offers of free times'])
    for (const each of toEnd) await endTime(ctx, tx, each)
    for (const each of toOffer) await offer(ctx, tx, each)
    return { offered: toOffer.length, ended: toEnd.length }
  })
}

const NOTHING: Matched = { toOffer: [], toEnd: [] }

const find = (ctx: Ctx): Promise<Matched> =>
  inClinic(ctx, 'find-free-times', async (tx) => {
    const list = onePerPerson(await waitingNow(tx, ctx.now()))
    const offers = await offersAround(tx, ctx.now())
    if (list.length === 0 && offers.every(({ ended }) => ended !== null)) return showsNobody(NOTHING)
    const matched = await matchTimes(ctx, tx, list, offers)
    const asked = new Set(matched.toOffer.flatMap(({ to }) => to))
    return shows(
      list.filter(({ id }) => asked.has(id)).map(({ whose }) => whose),
      matched,
    )
  })

/** Who stands on the list twice for the same, under one record or one address, is asked once. */
const onePerPerson = (list: readonly Waiting[]): Waiting[] => {
  const seen = new Set<string>()
  return list.filter(({ service, whose, email }) => {
    const names = [`${service} ${whose}`, `${service} ${email.toLowerCase()}`]
    const isNew = names.every((name) => !seen.has(name))
    for (const name of names) seen.add(name)
    return isNew
  })
}

/** Whoever was told of a time hears once that it is gone; of what they let pass they hear nothing more. */
export const tellGone = async (ctx: Ctx, tx: Tx, freedTimeId: string, exceptOfferId?: string): Promise<void> => {
  for (const { id, declinedAt } of await offersOf(tx, freedTimeId))
    if (id !== exceptOfferId && declinedAt === null)
      await promiseMessage(ctx, tx, { kind: 'waiting-gone', aboutId: id, dueAt: ctx.now() })
}

const endTime = async (ctx: Ctx, tx: Tx, { freedTimeId, why }: ToEnd) => {
  const ended = await insertFreedEnd(tx, { freedTimeId, why, offerId: null, appointmentId: null, endedAt: ctx.now() })
  if (ended && why === 'gone') await tellGone(ctx, tx, freedTimeId)
}

const offer = async (ctx: Ctx, tx: Tx, { service, start, end, freedTimeId, to }: ToOffer) => {
  const now = ctx.now()
  // Two servers may have found the same: one of them offers it.
  const standing = (await offersAround(tx, now)).filter(({ ended }) => ended === null)
  if (freedTimeId === null && standing.some((each) => each.service === service && each.start.getTime() === start.getTime()))
    return
  const id = freedTimeId ?? ctx.newId()
  if (freedTimeId === null) await insertFreed(tx, { id, service, startsAt: start, endsAt: end, foundAt: now })
  const { offerMinutes } = (await policiesOf(tx, now)).waitingList
  const until = untilFor(now, start, offerMinutes, await leadOf(ctx, tx, service))
  for (const waitingId of to) {
    if (standing.some((each) => each.waitingId === waitingId && each.until > now && each.declinedAt === null)) continue
    const offered = await insertOffer(tx, { id: ctx.newId(), freedTimeId: id, waitingId, offeredAt: now, until })
    if (offered) await promiseMessage(ctx, tx, { kind: 'waiting-offer', aboutId: offered.id, dueAt: now })
  }
}

// An offer ends by itself: after its minutes, or when its time is too near to be booked.
const untilFor = (now: Date, start: Date, minutes: number, lead: number): Date =>
  new Date(Math.min(later(now, minutes).getTime(), later(start, -lead).getTime()))
