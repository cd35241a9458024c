import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'
import { insertOfferAnswer } from './offer-store.ts'
import { offersHere } from './read-offers.ts'

type AnswerOffer = { sessionId: string; offerId: string; isTheirs: boolean }

/** Charts an entry that was taken back elsewhere under its true time, marked late; or says that it is not this patient's. */
export const answerOffer = (ctx: Ctx, { sessionId, offerId, isTheirs }: AnswerOffer) =>
  inOneStep(ctx, 'answer-offer', async (tx) => {
    await lockInOrder(tx, [`offer ${offerId}`])
    const session = await holdVisit(tx, sessionId)
    const offer = (await offersHere(tx, session, ctx.now())).find(({ id }) => id === offerId)
    if (!offer) throw new Problem('not-found', { offerId })
    if (!isTheirs) {
      await insertOfferAnswer(ctx, tx, offerId, sessionId, null)
      return answerOf(session)
    }
    const event = await appendEvent(ctx, tx, session, offer.said, { at: offer.at })
    await insertOfferAnswer(ctx, tx, offerId, sessionId, event.id)
    return answerOf(session, event)
  })
