import { book, exact, foldSession, Problem, plain } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { recordGiven } from '../../ledgers/substances/record-given.ts'
import { waste } from '../../ledgers/substances/waste.ts'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import type { Session } from './session.ts'

/** What the witness of a waste puts their name to. */
export const wasteFacts = (sessionId: string, drugId: string, mg: string) => ({ sessionId, drugId, mg: plain(exact(mg)) })

/** Destroys what is left of the drawn dose (mg) before a witness; with it the book of the visit closes. */
export const wasteRemainder = (ctx: Ctx, { sessionId, mg, proof }: { sessionId: string; mg: string; proof: string }) =>
  inOneStep(ctx, 'waste-remainder', async (tx) => {
    await demandRight(ctx, tx, 'waste')
    const { session, order } = await holdSession(tx, sessionId)
    const { openMg } = book(session.folded, ctx.now().toISOString())
    if (!exact(mg, 'mg').eq(openMg))
      throw new Problem('check-differs', { sessionId }, [
        { field: 'mg', expected: `${openMg} mg, what is left of the drawn dose`, value: mg },
      ])
    const { staffId: witnessId, proofId } = await spendProof(ctx, tx, proof, 'waste', wasteFacts(sessionId, order.drugId, mg))

    const event = await appendEvent(ctx, tx, session, { kind: 'wasted', mg: plain(exact(mg)), witness: witnessId })
    await settleGiven(ctx, tx, session, order.drugId)
    await waste(ctx, tx, {
      sessionId,
      personId: session.personId,
      drugId: order.drugId,
      mg: plain(exact(mg)),
      at: ctx.now(),
      witnessId,
      proofId,
    })
    return { ...answerOf(session, event), witnessId }
  })

/** Writes into the drug book what the patient got, once the log can no longer change it. */
export const settleGiven = async (
  ctx: Ctx,
  tx: Tx,
  { id: sessionId, personId, events }: Session,
  drugId: string,
): Promise<void> => {
  const folded = foldSession(events)
  const { givenMg } = book(folded, ctx.now().toISOString())
  const { givenMg: written } = await bookOfSession(tx, sessionId, drugId)
  const rest = exact(givenMg).minus(written)
  if (rest.gt(0))
    await recordGiven(ctx, tx, { sessionId, personId, drugId, mg: plain(rest), at: new Date(folded.stoppedAt ?? ctx.now()) })
}
