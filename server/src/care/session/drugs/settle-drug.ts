import { type DrugTaskKind, drugOf, isControlled, isKind, Problem } from '@dripline/clinical'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../../platform/context.ts'
import { setAlert } from '../../alerts/store.ts'
import { answerOf, appendEvent, holdVisit } from '../append-event.ts'
import type { Session } from '../session.ts'
import { bookDose } from './book-dose.ts'
import { agreedDose } from './dose-readings.ts'
import type { VialNamedSent } from './sent.ts'
import { closeTasks, type DrugTask, openAlertsAbout, openTasksOf } from './store.ts'

/** Names the vial of an emergency dose, once two people have each read it: the book gets its lines, and both tasks close. */
export function nameVial(ctx: Ctx, { sessionId, eventId, note }: VialNamedSent & { sessionId: string }) {
  return inOneStep(ctx, 'name-vial', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    const { given, open } = await emergencyDose(tx, session, eventId, 'vial')
    const drug = given.drugId === null ? null : drugOf(given.drugId)
    if (!drug || !isControlled(drug)) throw new Problem('wrong-state', { eventId })
    const [first, second] = await agreedDose(ctx, tx, session, eventId)
    const dose = { sessionId, drugId: drug.id, vialId: first.vialId, mg: given.amount, drawnMl: first.ml }
    const who = { enteredBy: first.by, witnessId: second.by, proofId: second.proofId }

    await bookDose(ctx, tx, { ...dose, personId: session.personId, at: new Date(given.at), ...who })
    const said = { kind: 'drug-settled', about: eventId, note, witness: second.by } as const
    const vial = await appendEvent(ctx, tx, session, { ...said, task: 'vial' }, { by: first.by })
    const paired = await appendEvent(ctx, tx, session, { ...said, task: 'second person' }, { by: first.by })
    await close(ctx, tx, open, ['vial', 'second person'], note)
    return { ...answerOf(session, vial, paired), witnessId: second.by }
  })
}

/** Signs the order of an emergency dose afterwards. */
export function signAfterwards(ctx: Ctx, { sessionId, eventId, note }: { sessionId: string; eventId: string; note: string }) {
  return inOneStep(ctx, 'sign-afterwards', async (tx) => {
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
}

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
