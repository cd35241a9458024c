import { exact, Problem, plain } from '@dripline/clinical'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf } from '../../../platform/context.ts'
import { setAlert } from '../../alerts/store.ts'
import { insertAsNeeded } from '../../planning/as-needed-store.ts'
import { chairListOf } from '../../planning/chair-list.ts'
import { refuseLines } from '../../planning/refuse-lines.ts'
import { answerOf, appendEvent, holdSession } from '../append-event.ts'
import { DRUG_ASKED } from './ask-prescriber.ts'
import type { LineSent } from './sent.ts'
import { openAlertsAbout } from './store.ts'

/** Signs an as-needed line under the order of a visit that goes on; what the chair asked for is answered with it. */
export function signLine(ctx: Ctx, { sessionId, line, acknowledged }: LineSent & { sessionId: string }) {
  return inOneStep(ctx, 'sign-line', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const { session, order } = await holdSession(tx, sessionId)
    if (order.validUntil <= ctx.now()) throw new Problem('order-expired', { orderId: order.id })
    await refuseLines(ctx, tx, [line], acknowledged)
    const by = staffOf(ctx).id
    const [lineId = ''] = await insertAsNeeded(ctx, tx, order.id, [line], by)
    const title = (await chairListOf(ctx, tx)).find(({ drug }) => drug.id === line.drugId)?.drug.title ?? line.drugId
    const said = { lineId, drug: title, amount: plain(exact(line.doseMg)), route: line.route, reason: line.reason }
    const event = await appendEvent(ctx, tx, session, { kind: 'line-signed', ...said })
    const asked = session.events.flatMap((each) =>
      each.kind === 'prescriber-asked' && each.drugId === line.drugId ? [each.id] : [],
    )
    for (const alert of await openAlertsAbout(tx, session.personId, DRUG_ASKED))
      if (asked.includes(alert.causeId))
        await setAlert(tx, alert.id, { closedBy: by, closedAt: ctx.now(), action: 'Signed a line' })
    return { ...answerOf(session, event), lineId }
  })
}
