import { nextAsked, type Slot, type Waiter, type WaitingService } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { later } from '../booking/appointment.ts'
import { freeTimesFor, mayBeOffered, waiterOf } from './free-times.ts'
import type { Offer, Waiting } from './waiting.ts'

/** A free time with those who are to be asked; `freedTimeId` where it is on offer already and others are asked now. */
export type ToOffer = { service: WaitingService; start: Date; end: Date; freedTimeId: string | null; to: readonly string[] }
export type ToEnd = { freedTimeId: string; why: 'gone' | 'over' }
export type Matched = { toOffer: readonly ToOffer[]; toEnd: readonly ToEnd[] }

type Asking = {
  waiting: Waiting
  waiter: Waiter & { minutes: number }
  slots: readonly Slot[]
  /** Every offer they have had of late. */
  had: readonly Offer[]
  mayBeAsked: boolean
}

const DAY_MINUTES = 24 * 60

/** Matches what is free with who waits, and says which offers are over. */
export const matchTimes = async (ctx: Ctx, tx: Tx, list: readonly Waiting[], offers: readonly Offer[]): Promise<Matched> => {
  const { atOnce, mostOffersADay } = (await policiesOf(tx, ctx.now())).waitingList
  const asking = await askable(ctx, tx, list, offers, mostOffersADay)
  const standing = [
    ...Map.groupBy(
      offers.filter(({ ended }) => ended === null),
      ({ freedTimeId }) => freedTimeId,
    ).values(),
  ]
  const found = await Promise.all(standing.map((each) => lookAgain(ctx, tx, each, asking, atOnce)))
  const still = found.flatMap(({ stands, again }) => stands ?? again ?? [])
  const fresh = await newTimes(ctx, tx, asking, still, atOnce)
  return {
    toEnd: found.flatMap(({ ends }) => ends ?? []),
    toOffer: [...found.flatMap(({ again }) => again ?? []), ...fresh],
  }
}

const askable = async (ctx: Ctx, tx: Tx, list: readonly Waiting[], offers: readonly Offer[], most: number): Promise<Asking[]> => {
  const now = ctx.now()
  const freeFor = freeTimesFor(ctx, tx)
  const furthest = new Date(Math.max(now.getTime(), ...list.map(({ until }) => until.getTime())))
  const all: Asking[] = []
  for (const waiting of list) {
    const waiter = await waiterOf(ctx, tx, waiting)
    if (!waiter) continue
    const had = offers.filter(({ waitingId }) => waitingId === waiting.id)
    const today = had.filter(({ offeredAt }) => offeredAt > later(now, -DAY_MINUTES))
    const mayBeAsked = today.length < most && !had.some((each) => isStanding(each, now))
    all.push({ waiting, waiter, had, mayBeAsked, slots: await freeFor({ ...waiting, minutes: waiter.minutes }, furthest) })
  }
  return all
}

const isStanding = ({ ended, declinedAt, until }: Offer, now: Date) => ended === null && declinedAt === null && until > now
const startsAt =
  ({ start }: Offer) =>
  (slot: Slot) =>
    Date.parse(slot.start) === start.getTime()

// A time on offer: no longer free, still standing, to be offered to those after, or over.
const lookAgain = async (
  ctx: Ctx,
  tx: Tx,
  offers: readonly Offer[],
  asking: readonly Asking[],
  atOnce: number,
): Promise<{ ends?: ToEnd; again?: ToOffer; stands?: Open }> => {
  const [first] = offers as readonly [Offer, ...Offer[]]
  const { freedTimeId, service, start, end } = first
  const asked = asking.filter(({ waiting }) => offers.some(({ waitingId }) => waitingId === waiting.id))
  if (asked.length > 0 && !asked.some(({ slots }) => slots.some(startsAt(first)))) return { ends: { freedTimeId, why: 'gone' } }
  const isOnList = ({ waitingId }: Offer) => asked.some(({ waiting }) => waiting.id === waitingId)
  if (offers.some((each) => isStanding(each, ctx.now()) && isOnList(each))) return { stands: first }
  const others = []
  for (const each of asking.filter((one) => one.mayBeAsked && !asked.includes(one) && one.waiting.service === service)) {
    const slot = each.slots.find(startsAt(first))
    const isAsLong = slot && Date.parse(slot.end) === end.getTime()
    if (isAsLong && (await mayBeOffered(ctx, tx, each.waiting, each.waiter, slot))) others.push(each.waiting.id)
  }
  return others.length === 0
    ? { ends: { freedTimeId, why: 'over' } }
    : { again: { service, start, end, freedTimeId, to: nextAsked(others, atOnce) } }
}

type Open = Pick<ToOffer, 'service' | 'start' | 'end' | 'freedTimeId'>

// Each is asked of the first time that suits them; those whom the same one suits are asked together.
const newTimes = async (
  ctx: Ctx,
  tx: Tx,
  asking: readonly Asking[],
  open: readonly Open[],
  atOnce: number,
): Promise<ToOffer[]> => {
  const taken = new Map(open.map((each) => [nameOf(each), each]))
  const fits = new Map<string, Open & { to: string[] }>()
  for (const { waiting, waiter, slots, had } of asking.filter(({ mayBeAsked }) => mayBeAsked)) {
    for (const slot of slots) {
      const time = { service: waiting.service, start: new Date(slot.start), end: new Date(slot.end) }
      const name = nameOf(time)
      const standing = taken.get(name)
      if (standing && (atOnce > 0 || standing.freedTimeId === null)) continue
      if (had.some((each) => startsAt(each)(slot) && !isOpenAgain(each))) continue
      if (!(await mayBeOffered(ctx, tx, waiting, waiter, slot))) continue
      const known = fits.get(name) ?? { ...time, freedTimeId: standing?.freedTimeId ?? null, to: [] }
      known.to.push(waiting.id)
      fits.set(name, known)
      break
    }
  }
  return [...fits.values()].map((each) => ({ ...each, to: nextAsked(each.to, atOnce) }))
}

const nameOf = ({ service, start, end }: Pick<Open, 'service' | 'start' | 'end'>) =>
  `${service} ${start.toISOString()} ${end.toISOString()}`

/** Taken or gone, and free again: it may be offered again. What somebody let pass or did not want is not. */
const isOpenAgain = ({ ended, declinedAt }: Offer) => (ended?.why === 'taken' || ended?.why === 'gone') && declinedAt === null
