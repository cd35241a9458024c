import { drugOf, exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../../platform/context.ts'
import { raiseAlert } from '../../alerts/raise-alert.ts'
import { setAlert } from '../../alerts/store.ts'
import { answerOf, appendEvent, holdAny } from '../append-event.ts'
import type { AskSent } from './sent.ts'

/** The kind of alert by which the chair asks for a drug. */
export const DRUG_ASKED = 'drug asked'

/** Asks the prescriber of the order for a drug that the chair may not give without one: an alert with their name on it, until it is closed. */
export function askPrescriber(ctx: Ctx, { sessionId, drugId, route, mg, reason }: AskSent & { sessionId: string }) {
  return inOneStep(ctx, 'ask-prescriber', async (tx) => {
    const { session, order } = await holdAny(tx, sessionId)
    const drug = drugOf(drugId)
    if (!drug) throw new Problem('not-valid', {}, [{ field: 'drugId', code: 'drug-of-list', value: drugId }])
    const said = { drugId, drug: drug.title, amount: plain(exact(mg)), route, reason }
    const event = await appendEvent(ctx, tx, session, { kind: 'prescriber-asked', ...said })
    const raised = { personId: session.personId, kind: DRUG_ASKED, cause: 'session event', causeId: event.id }
    const alertId = await raiseAlert(ctx, tx, raised)
    await setAlert(tx, alertId, { ownerId: order.signedBy, ownedAt: ctx.now() })
    return { ...answerOf(session, event), alertId, ownerId: order.signedBy }
  })
}
