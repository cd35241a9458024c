import { drugNamed, drugOf, exact, isKind, Problem, plain, type SessionEvent, tasksOf } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../../platform/context.ts'
import { raiseAlert } from '../../alerts/raise-alert.ts'
import { setAlert } from '../../alerts/store.ts'
import { answerOf, appendEvent, holdAny } from '../append-event.ts'
import type { SessionWithAnyOrder } from '../session.ts'
import type { EmergencySent } from './sent.ts'
import { insertTask } from './store.ts'

/** Writes down at once what was given in an emergency, marked; vial, second person and order stay open, each with an owner. */
export function chartEmergency(ctx: Ctx, { sessionId, word, ...sent }: EmergencySent & { sessionId: string }) {
  return inOneStep(ctx, 'chart-emergency-drug', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const { title, drugId } = named(sent.drugId, word)
    const event = await appendEvent(
      ctx,
      tx,
      held.session,
      {
        kind: 'drug-given',
        drug: title,
        drugId,
        amount: plain(exact(sent.mg)),
        unit: 'mg',
        route: sent.route,
        reason: sent.reason,
        how: 'emergency',
        lineId: null,
        vialId: null,
        allergiesRead: [],
      },
      { at: sent.at },
    )
    await openTasksFor(ctx, tx, held, event)
    return answerOf(held.session, event)
  })
}

const named = (drugId: string | null, word: string | null) => {
  const drug = drugId === null ? (word === null ? null : drugNamed(word)) : drugOf(drugId)
  if (drug) return { title: drug.title, drugId: drug.id }
  if (drugId !== null || word === null)
    throw new Problem('not-valid', {}, [{ field: 'drugId', code: 'drug-or-word-on-its-label', value: drugId }])
  return { title: word, drugId: null }
}

/** Opens what an emergency dose leaves open: the order with its signer, vial and second person with whoever charted it. */
export const openTasksFor = async (
  ctx: Ctx,
  tx: Tx,
  { session, order }: SessionWithAnyOrder,
  event: SessionEvent,
): Promise<void> => {
  if (!isKind('drug-given')(event) || event.how !== 'emergency') return
  const { id: sessionId, personId } = session
  for (const task of tasksOf(event)) {
    const ownerId = task === 'order' ? order.signedBy : staffOf(ctx).id
    await insertTask(ctx, tx, { sessionId, personId, eventId: event.id, task, ownerId })
  }
  const alertId = await raiseAlert(ctx, tx, { personId, kind: 'emergency drug', cause: 'session event', causeId: event.id })
  await setAlert(tx, alertId, { ownerId: order.signedBy, ownedAt: ctx.now() })
}
