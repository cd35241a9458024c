import { exact, Problem, plain, screen, standsInTheWay } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { zoneOf } from '../people/store.ts'
import type { Order } from '../planning/plan.ts'
import { chartOf } from '../screening/chart-of.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import type { Session } from './session.ts'

/** Starts the drip of a session whose dose was drawn up before a witness; the pump is started by hand. */
export const startInfusion = (ctx: Ctx, { sessionId, at }: { sessionId: string; at?: string | undefined }) =>
  inOneStep(ctx, 'start-infusion', async (tx) => {
    const { session, order } = await holdSession(tx, sessionId)
    if (session.folded.startedAt) throw new Problem('session-already-started', { sessionId })
    if (session.folded.state !== 'checked') throw new Problem('draw-up-not-witnessed', { sessionId })
    refuseOtherOrder(session, order)
    if (order.validUntil <= ctx.now()) throw new Problem('order-expired', { orderId: order.id })
    const findings = screen(await chartOf(tx, session.personId), 'start', { at: ctx.now().toISOString(), zone: await zoneOf(tx) })
    const blocking = findings.filter(standsInTheWay)
    if (blocking.some(({ rule }) => rule === 'consent')) throw new Problem('consent-missing', { sessionId })
    if (blocking.length > 0)
      throw new Problem(
        'finding-blocks',
        { sessionId },
        blocking.map(({ rule, reason }) => ({ field: rule, expected: `to be cleared: ${reason}` })),
      )

    const started = {
      kind: 'started',
      rateMlPerHour: plain(exact(order.rateMlPerHour)),
      vtbiMl: plain(exact(order.volumeMl)),
    } as const
    return answerOf(session, await appendEvent(ctx, tx, session, started, { at }))
  })

// An order signed anew after the draw-up is for another syringe: what hangs there was made for the old one.
const refuseOtherOrder = ({ id, folded: { infusate, check } }: Session, order: Order) => {
  const isSame =
    infusate !== null &&
    exact(infusate.totalMg).eq(order.infusateMg) &&
    exact(infusate.finalMl).eq(order.finalMl) &&
    check.kind === 'agree' &&
    exact(check.rateMlPerHour).eq(order.rateMlPerHour)
  if (!isSame) throw new Problem('check-differs', { sessionId: id, orderId: order.id })
}
