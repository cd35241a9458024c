import type { WaitingService } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import type { Offer } from './waiting.ts'

const offers = (tx: Tx) =>
  tx.db
    .selectFrom('waitingOffer as offer')
    .innerJoin('freedTime as freed', (join) =>
      join.onRef('freed.clinicId', '=', 'offer.clinicId').onRef('freed.id', '=', 'offer.freedTimeId'),
    )
    .leftJoin('freedTimeEnd as end', (join) =>
      join.onRef('end.clinicId', '=', 'freed.clinicId').onRef('end.freedTimeId', '=', 'freed.id'),
    )
    .leftJoin('waitingOfferDeclined as no', (join) =>
      join.onRef('no.clinicId', '=', 'offer.clinicId').onRef('no.offerId', '=', 'offer.id'),
    )
    .where('offer.clinicId', '=', tx.clinicId)
    .select(['offer.id', 'offer.freedTimeId', 'offer.waitingId', 'offer.offeredAt', 'offer.until', 'no.declinedAt'])
    .select(['freed.service', 'freed.startsAt', 'freed.endsAt', 'end.why', 'end.offerId', 'end.appointmentId'])

type Row = Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]

const offerFrom = ({ why, offerId, appointmentId, startsAt, endsAt, service, ...row }: Row): Offer => ({
  ...row,
  service: service as WaitingService,
  start: startsAt,
  end: endsAt,
  ended: why === null ? null : { why: why as NonNullable<Offer['ended']>['why'], offerId, appointmentId },
})

export const offerOf = async (tx: Tx, id: string): Promise<Offer | undefined> => {
  const row = await offers(tx).where('offer.id', '=', id).executeTakeFirst()
  return row && offerFrom(row)
}

/** Every offer of one free time, oldest first. */
export const offersOf = async (tx: Tx, freedTimeId: string): Promise<Offer[]> =>
  (await offers(tx).where('offer.freedTimeId', '=', freedTimeId).orderBy('offer.offeredAt').orderBy('offer.id').execute()).map(
    offerFrom,
  )

/** Every offer of a time that has not begun, and every one of the last day. */
export const offersAround = async (tx: Tx, now: Date): Promise<Offer[]> => {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const rows = await offers(tx)
    .where((is) => is.or([is('freed.startsAt', '>', now), is('offer.offeredAt', '>', dayAgo)]))
    .orderBy('offer.offeredAt')
    .orderBy('offer.id')
    .execute()
  return rows.map(offerFrom)
}

type NewFreed = { id: string; service: WaitingService; startsAt: Date; endsAt: Date; foundAt: Date }

export const insertFreed = async (tx: Tx, row: NewFreed) => {
  await tx.db
    .insertInto('freedTime')
    .values({ clinicId: tx.clinicId, ...row })
    .execute()
}

type NewOffer = { id: string; freedTimeId: string; waitingId: string; offeredAt: Date; until: Date }

export const insertOffer = async (tx: Tx, row: NewOffer) =>
  (await tx.db
    .insertInto('waitingOffer')
    .values({ clinicId: tx.clinicId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) ?? null

type FreedEnd = {
  freedTimeId: string
  why: 'taken' | 'gone' | 'over'
  offerId: string | null
  appointmentId: string | null
  endedAt: Date
}

/** Says once what became of a free time; null where somebody was first. */
export const insertFreedEnd = async (tx: Tx, row: FreedEnd) =>
  (await tx.db
    .insertInto('freedTimeEnd')
    .values({ clinicId: tx.clinicId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('freedTimeId')
    .executeTakeFirst()) ?? null

export const insertDeclined = async (tx: Tx, offerId: string, declinedAt: Date) => {
  await tx.db
    .insertInto('waitingOfferDeclined')
    .values({ clinicId: tx.clinicId, offerId, declinedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether the letter of an offer has gone out: who never heard of it need not hear that it is gone. */
export const wasTold = async (tx: Tx, offerId: string): Promise<boolean> => {
  const sent = await tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('kind', '=', 'waiting-offer')
    .where('aboutId', '=', offerId)
    .where('sentAt', 'is not', null)
    .select(sql<number>`1`.as('one'))
    .executeTakeFirst()
  return sent !== undefined
}
