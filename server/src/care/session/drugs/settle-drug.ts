import { type DrugTaskKind, drugOf, isControlled, isKind, Problem } from '@dripline/clinical'
import { spendProof } from '../../../platform/auth/proof.ts'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../../platform/context.ts'
import { setAlert } from '../../people/store.ts'
import { answerOf, appendEvent, holdVisit } from '../append-event.ts'
import type { Session } from '../session.ts'
import { bookDose, doseWord, refuseReadings } from './book-dose.ts'
import type { VialNamedSent } from './sent.ts'
import { closeTasks, type DrugTask, openAlertsAbout, openTasksOf } from './store.ts'

/** Names the vial of an emergency dose before a second person: the book gets its lines, and both tasks close. */
export const nameVial = (
  ctx: Ctx,
  { sessionId, eventId, vialId, drawnMl, note, proof, ...read }: VialNamedSent & { sessionId: string },
) =>
  inOneStep(ctx, 'name-vial', async (tx) => {
    await demandRight(ctx, tx, 'give-controlled')
    const session = await holdVisit(tx, sessionId)
    const { given, open } = await emergencyDose(tx, session, eventId, 'vial')
    const drug = given.drugId === null ? null : drugOf(given.drugId)
    if (!drug || !isControlled(drug)) throw new Problem('wrong-state', { eventId })
    refuseReadings(sessionId, { drawnMl, ...read })
    const dose = { sessionId, drugId: drug.id, vialId, mg: given.amount, drawnMl }
    const witness = await spendProof(ctx, tx, proof, 'give-controlled', doseWord(dose))

    await bookDose(ctx, tx, { ...dose, personId: session.personId, at: new Date(given.at), ...witness })
    const said = { kind: 'drug-settled', about: eventId, note, witness: witness.staffId } as const
    const vial = await appendEvent(ctx, tx, session, { ...said, task: 'vial' })
    const second = await appendEvent(ctx, tx, session, { ...said, task: 'second person' })
    await close(ctx, tx, open, ['vial', 'second person'], note)
    return { ...answerOf(session, vial, second), witnessId: witness.staffId }
  })

/** Signs the order of an emergency dose afterwards. */
export const signAfterwards = (ctx: Ctx, { sessionId, eventId, note }: { sessionId: string; eventId: string; note: string }) =>
  inOneStep(ctx, 'sign-afterwards', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const session = await holdVisit(tx, sessionId)
    const { open } = await emergencyDose(tx, session, eventId, 'order')
    const event = await appendEvent(ctx, tx, session, { kind: 'drug-settled', about: eventId, task: 'order', note })
    await close(ctx, tx, open, ['order'], note)
    const by = staffOf(ctx).id
    for (const alert of await openAlertsAbout(tx, session.personId, 'emergency drug'))
      if (alert.causeId === eventId) await setAlert(tx, alert.id, { closedBy: by, closedAt: ctx.now(), action: 'Order signed' })
    return answerOf(session, event)
  })

const emergencyDose = async (tx: Tx, session: Session, eventId: string, task: DrugTaskKind) => {
  const given = session.folded.entries
    .map(({ event }) => event)
    .filter(isKind('drug-given'))
    .find(({ id }) => id === eventId)
  if (!given) throw new Problem('not-found', { eventId })
  const open = (await openTasksOf(tx, session.id)).filter((each) => each.eventId === eventId)
  if (!open.some((each) => each.task === task)) throw new Problem('wrong-state', { eventId })
  return { given, open }
}

const close = (ctx: Ctx, tx: Tx, open: readonly DrugTask[], tasks: readonly DrugTaskKind[], note: string) =>
  closeTasks(
    tx,
    open.filter(({ task }) => tasks.includes(task)).map(({ id }) => id),
    staffOf(ctx).id,
    ctx.now(),
    note,
  )
