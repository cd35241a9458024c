import { book, Exact, entriesOf, exact, foldSession, Problem, plain, pumpBeside, wasteCheck, wasteSum } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { recordDifference } from '../../ledgers/substances/record-difference.ts'
import { recordGiven } from '../../ledgers/substances/record-given.ts'
import { waste } from '../../ledgers/substances/waste.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { answerOf, appendEvent, holdSession, holdVisit } from './append-event.ts'
import { readerOf } from './give-reading.ts'
import { infusionBooked } from './infusion-booked.ts'
import { nowIn } from './now-in.ts'
import { refuseAtGate } from './refuse-at-gate.ts'
import type { Session, WasteReadingSent } from './session.ts'

/** What somebody who reads a waste on another's screen puts their name to; not how many mL there should be. */
export const wasteFacts = (sessionId: string) => ({ sessionId, what: 'waste of what is left' })

/** Keeps what one person saw destroyed (mL), unseen by the other one. Says how the two stand, never what the other read. */
export function giveWasteReading(ctx: Ctx, { sessionId, proof, ml, of }: WasteReadingSent & { sessionId: string }) {
  return inOneStep(ctx, 'give-waste-reading', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    refuseNothingToWaste(session)
    const { by, proofId } = await readerOf(ctx, tx, 'waste', proof, wasteFacts(sessionId))
    const reading = await appendEvent(ctx, tx, session, { kind: 'waste-reading', ml, of, proofId }, { by })
    const { kind } = wasteCheck(foldSession(session.events).entries.map(({ event }) => event))
    return { ...answerOf(session, reading), readBy: by, proofId, check: kind }
  })
}

/**
 * Destroys what is left of the drawn dose, once two people have read the same mL; with it the book of the visit closes. Given and
 * wasted make up what was drawn to 0.01 mL, or the difference is written, with an owner.
 */
export function wasteRemainder(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return inOneStep(ctx, 'waste-remainder', async (tx) => {
    const held = await holdSession(tx, sessionId)
    const { session, order } = held
    const [first, second] = agreed(session)
    for (const { by } of [first, second]) await demandRight(ctx, tx, 'waste', by)
    const pass = await refuseAtGate(ctx, tx, held, 'waste')
    const { differenceMg, differenceMl, ...sum } = wasteSum(session.folded, first, nowIn(ctx, session))
    const isOff = differenceMg !== '0'

    const said = {
      kind: 'wasted',
      ...sum,
      witness: second.by,
      readings: [first.id, second.id] satisfies [string, string],
      ...(isOff && { difference: { mg: differenceMg, ml: differenceMl } }),
    } as const
    const event = await appendEvent(ctx, tx, session, said, { by: first.by, pass })
    const { drugId } = order
    await settleGiven(ctx, tx, session, drugId)
    await wasteInBook(ctx, tx, session, { mg: sum.mg, drugId, by: first.by, witnessId: second.by, proofId: second.proofId })
    const found = isOff ? { discrepancyId: await differ(ctx, tx, session, first.by) } : {}
    return { ...answerOf(session, event), witnessId: second.by, ...found }
  })
}

/** One person's reading of the waste, and where both now agree the waste itself; what is read stands either way. */
export async function readWaste(ctx: Ctx, sent: WasteReadingSent & { sessionId: string }) {
  const read = await giveWasteReading(ctx, sent)
  if (read.check !== 'agree') return { ...read, isWasted: false }
  await wasteRemainder(ctx, { sessionId: sent.sessionId })
  return { ...read, isWasted: true }
}

const agreed = ({ id, folded }: Session) => {
  const { kind, readings } = wasteCheck(folded.entries.map(({ event }) => event))
  const [first, second] = readings
  if (kind === 'differ')
    throw new Problem('check-differs', { sessionId: id }, [{ field: 'ml', code: 'same-from-both-people-both-read' }])
  if (kind !== 'agree' || !first || !second) throw new Problem('draw-up-not-witnessed', { sessionId: id })
  return [first, second] as const
}

// Nothing was drawn, or all of it has been given and wasted already.
const refuseNothingToWaste = ({ id, folded }: Session) => {
  const isDone = folded.isBookClosed && entriesOf(folded, 'wasted').length > 0
  if (isDone || entriesOf(folded, 'drawn-up').length === 0) throw new Problem('wrong-state', { sessionId: id })
}

type Wasted = { mg: string; drugId: string; by: string; witnessId: string; proofId: string | null }

// The book never holds more than was drawn: what was read beyond it stands in the visit and in its difference.
const wasteInBook = async (ctx: Ctx, tx: Tx, { id: sessionId, personId }: Session, { mg, drugId, by, ...seen }: Wasted) => {
  const { openMg } = await bookOfSession(tx, sessionId, drugId)
  const most = Exact.min(mg, openMg)
  if (most.gt(0)) await waste(ctx, tx, { sessionId, personId, drugId, mg: plain(most), at: ctx.now(), enteredBy: by, ...seen })
}

const differ = (ctx: Ctx, tx: Tx, { id: sessionId, events }: Session, ownerId: string): Promise<string> => {
  const { drawnMg, differenceMg } = book(foldSession(events), nowIn(ctx, { events }))
  return recordDifference(ctx, tx, { sessionId, ownerId, drawnMg, accountedMg: plain(exact(drawnMg).minus(differenceMg)) })
}

/** Writes into the drug book what the patient got, once the log can no longer change it: by the pump's total, the sum beside it. */
export const settleGiven = async (
  ctx: Ctx,
  tx: Tx,
  { id: sessionId, personId, events }: Session,
  drugId: string,
): Promise<void> => {
  const [folded, now] = [foldSession(events), nowIn(ctx, { events })]
  const { givenMg } = book(folded, now)
  const rest = exact(givenMg).minus(await infusionBooked(tx, sessionId, folded, drugId))
  const beside = pumpBeside(folded, now)
  const note = beside ? { note: `pump read ${beside.readMl} mL, computed ${beside.computedMl} mL` } : {}
  if (rest.gt(0))
    await recordGiven(ctx, tx, {
      sessionId,
      personId,
      drugId,
      mg: plain(rest),
      at: new Date(folded.stoppedAt ?? now),
      ...note,
    })
}
