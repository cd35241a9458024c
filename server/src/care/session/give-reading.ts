import { exact, plain, secondCheck } from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import type { Order } from '../planning/plan.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import { nowIn } from './now-in.ts'
import { policiesHere } from './policies-of-visit.ts'
import type { ReadingSent, Session } from './session.ts'

/** What somebody who reads on another's screen puts their name to: whose dose it is, not how many mL it should be. */
export const readingFacts = (sessionId: string, { id, drugId, infusateMg }: Pick<Order, 'id' | 'drugId' | 'infusateMg'>) => ({
  sessionId,
  orderId: id,
  drugId,
  infusateMg: plain(exact(infusateMg)),
})

/** How the two readings of a visit stand now. */
export const checkOf = async (ctx: Ctx, tx: Tx, { events, folded }: Pick<Session, 'events' | 'folded'>, order: Order) =>
  secondCheck(
    folded.entries.map(({ event }) => event),
    order,
    nowIn(ctx, { events }),
    (await policiesHere(tx, folded)).secondPerson,
  )

/** Who reads: whoever is signed in on this tablet, or somebody who has just proved themselves on it for this very order. */
export const readerOf = async (
  ctx: Ctx,
  tx: Tx,
  act: 'draw-up' | 'waste' | 'give-controlled',
  proof: string | undefined,
  facts: Record<string, string>,
) => {
  if (proof !== undefined) {
    const { staffId, proofId } = await spendProof(ctx, tx, proof, act, facts)
    return { by: staffId, proofId }
  }
  await demandRight(ctx, tx, act)
  return { by: staffOf(ctx).id, proofId: null }
}

/**
 * Keeps what one person read of syringe, pump, vials and patient, whatever it says: a slip is a fact too. Says how the check
 * stands then, and never what the other one read.
 */
export function giveReading(ctx: Ctx, { sessionId, proof, ...read }: ReadingSent & { sessionId: string }) {
  return inOneStep(ctx, 'give-reading', async (tx) => {
    const { session, order } = await holdSession(tx, sessionId)
    const { by, proofId } = await readerOf(ctx, tx, 'draw-up', proof, readingFacts(sessionId, order))
    const said = { kind: 'check-reading', orderId: order.id, ...read, proofId } as const
    const reading = await appendEvent(ctx, tx, session, said, { by })
    const { secondPerson } = await policiesHere(tx, session.folded)
    const { kind, off } = secondCheck(session.events, order, nowIn(ctx, session), secondPerson)
    return { ...answerOf(session, reading), readBy: by, proofId, check: kind, off: [...off] }
  })
}

/** Takes back one's own reading while the other person has not read yet; it stays on the record. */
export function takeReadingBack(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return inOneStep(ctx, 'take-reading-back', async (tx) => {
    const { session } = await holdSession(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'check-taken-back' }))
  })
}

/** Calls a prescriber to a check that does not agree: an alert is raised, and from now on the right values are in sight. */
export function openCheck(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return inOneStep(ctx, 'open-check', async (tx) => {
    await demandRight(ctx, tx, 'draw-up')
    const { session } = await holdSession(tx, sessionId)
    const opened = await appendEvent(ctx, tx, session, { kind: 'check-opened' })
    const about = { personId: session.personId, kind: 'second check', cause: 'session event', causeId: opened.id }
    return { ...answerOf(session, opened), alertId: await raiseAlert(ctx, tx, about) }
  })
}
