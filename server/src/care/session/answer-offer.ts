import { type EventBody, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { openTasksFor } from './drugs/chart-emergency.ts'
import { insertOfferAnswer } from './offer-store.ts'
import { offersHere } from './read-offers.ts'

type AnswerOffer = { sessionId: string; offerId: string; isTheirs: boolean }

/** Charts an entry that was taken back elsewhere under its true time, marked late; or says that it is not this patient's. */
export function answerOffer(ctx: Ctx, { sessionId, offerId, isTheirs }: AnswerOffer) {
  return inOneStep(ctx, 'answer-offer', async (tx) => {
    await lockInOrder(tx, [`offer ${offerId}`])
    const held = await holdAny(tx, sessionId)
    const { session } = held
    const offer = (await offersHere(tx, session, ctx.now())).find(({ id }) => id === offerId)
    if (!offer) throw new Problem('not-found', { offerId })
    if (!isTheirs) {
      await insertOfferAnswer(ctx, tx, offerId, sessionId, null)
      return answerOf(session)
    }
    const event = await appendEvent(ctx, tx, session, asHappened(offer.said), { at: offer.at })
    await openTasksFor(ctx, tx, held, event)
    await insertOfferAnswer(ctx, tx, offerId, sessionId, event.id)
    return answerOf(session, event)
  })
}

// Nobody held this dose against this patient's allergies and orders before it was given: it is charted as what happened, and marked.
const asHappened = (said: EventBody): EventBody =>
  said.kind === 'drug-given' ? { ...said, how: 'emergency', lineId: null, vialId: null } : said
