import { type AsNeededLine, type DoseReading, doseCheck, Problem } from '@dripline/clinical'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep, type Tx } from '../../../platform/context.ts'
import { asNeededOf } from '../../planning/as-needed-store.ts'
import { answerOf, appendEvent, holdSession } from '../append-event.ts'
import { readerOf } from '../give-reading.ts'
import { nowIn } from '../now-in.ts'
import { policiesHere } from '../policies-of-visit.ts'
import type { Session, SessionWithOrder } from '../session.ts'
import type { DoseReadingSent } from './sent.ts'

/** What a person who reads a dose on another's tablet puts their name to; not how many mL there should be. */
export const doseFacts = (sessionId: string, about: string) => ({ sessionId, about, what: 'reading of a controlled dose' })

/** Keeps what one person read of vial and syringe, unseen by the other. Says how the two stand, never what the other one read. */
export function giveDoseReading(ctx: Ctx, { sessionId, proof, ...read }: DoseReadingSent & { sessionId: string }) {
  return inOneStep(ctx, 'give-dose-reading', async (tx) => {
    const held = await holdSession(tx, sessionId)
    const line = await lineOf(tx, held, read.about)
    const { by, proofId } = await readerOf(ctx, tx, 'give-controlled', proof, doseFacts(sessionId, read.about))
    const reading = await appendEvent(ctx, tx, held.session, { kind: 'dose-reading', ...read, proofId }, { by })
    const { secondPerson } = await policiesHere(tx, held.session.folded)
    const { kind } = doseCheck(held.session.events, read.about, nowIn(ctx, held.session), secondPerson)
    return { ...answerOf(held.session, reading), readBy: by, proofId, check: kind, isLine: line !== null }
  })
}

/** The signed line that a reading is about, or null for an emergency entry of this visit; Problem `not-found`. */
export const lineOf = async (tx: Tx, { session, order }: SessionWithOrder, about: string): Promise<AsNeededLine | null> => {
  const line = (await asNeededOf(tx, order.id)).find(({ id }) => id === about)
  if (line) return line
  const isEmergency = session.events.some(({ id, kind }) => id === about && kind === 'drug-given')
  if (!isEmergency) throw new Problem('not-found', { about })
  return null
}

/** The two readings that agree, whose both readers may give a controlled drug now; else why not. */
export const agreedDose = async (
  ctx: Ctx,
  tx: Tx,
  { id, events, folded }: Session,
  about: string,
): Promise<[DoseReading, DoseReading]> => {
  const { secondPerson } = await policiesHere(tx, folded)
  const { kind, readings } = doseCheck(events, about, nowIn(ctx, { events }), secondPerson)
  const [first, second] = readings
  if (kind === 'differ')
    throw new Problem('check-differs', { sessionId: id }, [{ field: 'ml', code: 'same-vial-and-ml-from-both' }])
  if (kind !== 'agree' || !first || !second) throw new Problem('draw-up-not-witnessed', { sessionId: id })
  for (const { by } of [first, second]) await demandRight(ctx, tx, 'give-controlled', by)
  return [first, second]
}
