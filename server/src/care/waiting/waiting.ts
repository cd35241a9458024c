import type { PartOfDay, WaitingService } from '@dripline/clinical'
import type { EvaluationPlace } from '../booking/appointment.ts'

/** Somebody's place on the list. */
export type Waiting = {
  readonly id: string
  readonly personId: string
  /** The record that stands after every merge. */
  readonly whose: string
  readonly service: WaitingService
  readonly place: EvaluationPlace | null
  readonly orderId: string | null
  readonly noticeMinutes: number
  readonly weekdays: readonly number[]
  readonly part: PartOfDay
  readonly until: Date
  readonly joinedAt: Date
  readonly name: string
  readonly email: string
  readonly state: string
  readonly zone: string
}

/** How somebody's wait ended. */
export type WhyEnded = 'booked' | 'left' | 'taken off' | 'asked again'

/** One person's offer of one free time, and what became of the time. */
export type Offer = {
  readonly id: string
  readonly freedTimeId: string
  readonly waitingId: string
  readonly service: WaitingService
  readonly start: Date
  readonly end: Date
  readonly until: Date
  readonly offeredAt: Date
  readonly declinedAt: Date | null
  readonly ended: {
    readonly why: 'taken' | 'gone' | 'over'
    readonly offerId: string | null
    readonly appointmentId: string | null
  } | null
}

/** How an offer stands for whoever opens it. */
export type OfferStanding = 'open' | 'taken' | 'gone' | 'declined' | 'ended'

export const standingOf = (offer: Offer, isWaiting: boolean, now: Date): OfferStanding => {
  if (offer.ended?.why === 'taken' && offer.ended.offerId === offer.id) return 'taken'
  if (!isWaiting) return 'ended'
  if (offer.declinedAt) return 'declined'
  return offer.ended || offer.until <= now ? 'gone' : 'open'
}
