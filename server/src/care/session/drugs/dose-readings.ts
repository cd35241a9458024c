import { type AsNeededLine, administrationOf, type DoseReading, doseCheck, Problem } from '@dripline/clinical'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep, type Tx } from '../../../platform/context.ts'
import { asNeededOf } from '../../planning/as-needed-store.ts'
import { answerOf, appendEvent, holdAny } from '../append-event.ts'
import { readerOf } from '../give-reading.ts'
import { nowIn } from '../now-in.ts'
import { policiesHere } from '../policies-of-visit.ts'
import type { Session, SessionWithAnyOrder } from '../session.ts'
import type { DoseReadingSent } from './sent.ts'

/** What a person who reads a dose on another's tablet puts their name to; not how many mL there should be. */
export const doseFacts = (sessionId: string, about: string) => ({ sessionId, about, what: 'reading of a controlled dose' })

/** Keeps what one person read of vial and syringe, unseen by the other. Says how the two stand, never what the other one read. */
export function giveDoseReading(ctx: Ctx, { sessionId, proof, ...read }: DoseReadingSent & { sessionId: string }) {
  return inOneStep(ctx, 'give-dose-reading', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const of = await aboutOf(tx, held, read.about)
    const { by, proofId } = await readerOf(ctx, tx, 'give-controlled', proof, doseFacts(sessionId, read.about))
    const reading = await appendEvent(ctx, tx, held.session, { kind: 'dose-reading', ...read, proofId }, { by })
    const { secondPerson } = await policiesHere(tx, held.session.folded)
    const { kind } = doseCheck(held.session.events, read.about, nowIn(ctx, held.session), secondPerson)
    return { ...answerOf(held.session, reading), readBy: by, proofId, check: kind, of }
  })
}

/** The signed line of that id; nothing where there is none. */
export const lineOf = async (tx: Tx, { order }: SessionWithAnyOrder, id: string): Promise<AsNeededLine | undefined> =>
  (await asNeededOf(tx, order.id)).find((line) => line.id === id)

/** What a reading is about: a signed line, an act that gives the drug, or an emergency entry of this visit; Problem `not-found`. */
const aboutOf = async (tx: Tx, held: SessionWithAnyOrder, about: string): Promise<'line' | 'act' | 'emergency'> => {
  const { events, folded } = held.session
  if (administrationOf(folded.gives.by)?.acts[about]?.books) return 'act'
  if (await lineOf(tx, held, about)) return 'line'
  if (events.some(({ id, kind }) => id === about && kind === 'drug-given')) return 'emergency'
  throw new Problem('not-found', { about })
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
