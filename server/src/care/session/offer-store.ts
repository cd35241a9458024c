import { type EventBody, storedEvent } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { staffOf } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'

/** An entry taken back elsewhere that may belong to a visit; it never says whose record it stood in. */
export type Offer = { id: string; at: string; said: EventBody; by: string }

type NewOffer = { fromSessionId: string; fromEventId: string; chairId: string | null; said: EventBody; at: string }

export const insertOffer = (ctx: Ctx, tx: Tx, { said, at, ...offer }: NewOffer) =>
  tx.db
    .insertInto('entryOffer')
    .values({
      clinicId: tx.clinicId,
      id: ctx.newId(),
      ...offer,
      said: json(said),
      at: new Date(at),
      offeredBy: staffOf(ctx).id,
      offeredAt: ctx.now(),
    })
    .execute()

type Place = { id: string; chairId: string }

/** Offers that a visit has not answered and nobody has charted, from when its patient first came on. */
export const offersTo = async (tx: Tx, { id, chairId }: Place): Promise<Offer[]> => {
  const rows = await tx.db
    .selectFrom('entryOffer as offer')
    .where('offer.clinicId', '=', tx.clinicId)
    .where('offer.at', '>=', ({ selectFrom }) =>
      selectFrom('sessionEvent as came')
        .where('came.clinicId', '=', tx.clinicId)
        .where('came.sessionId', '=', id)
        .where('came.kind', '=', 'arrived')
        .select(({ fn }) => fn.min('came.at').as('at')),
    )
    .where('offer.fromSessionId', '!=', id)
    .where(({ eb, or }) => or([eb('offer.chairId', 'is', null), eb('offer.chairId', '=', chairId)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entryOfferAnswer as answer')
            .whereRef('answer.clinicId', '=', 'offer.clinicId')
            .whereRef('answer.offerId', '=', 'offer.id')
            .where(({ eb, or }) => or([eb('answer.sessionId', '=', id), eb('answer.eventId', 'is not', null)]))
            .select('answer.offerId'),
        ),
      ),
    )
    .orderBy('offer.at')
    .orderBy('offer.id')
    .select(['offer.id', 'offer.at', 'offer.said', 'offer.offeredBy'])
    .execute()
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString(), said: storedEvent(row.said), by: row.offeredBy }))
}

/** What a visit says to an offer; without an event it is not theirs. */
export const insertOfferAnswer = (ctx: Ctx, tx: Tx, offerId: string, sessionId: string, eventId: string | null) =>
  tx.db
    .insertInto('entryOfferAnswer')
    .values({ clinicId: tx.clinicId, offerId, sessionId, eventId, answeredBy: staffOf(ctx).id, answeredAt: ctx.now() })
    .execute()
