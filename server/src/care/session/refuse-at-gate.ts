import { closedGates, type GatedAct, type GateFacts, type GuardedAct, gatesOf, Problem } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { lockPerson } from '../people/store.ts'
import { factsOf } from './facts-of.ts'
import { type Pass, passFor } from './pass.ts'
import type { SessionWithOrder } from './session.ts'

/** The right that whoever does a gated act must hold on the day. */
const rightTo = {
  'draw-up': 'draw-up',
  start: 'start',
  resume: 'resume',
  raise: 'raise-rate',
  waste: 'waste',
  discharge: 'discharge',
  'controlled-dose': 'give-controlled',
} as const satisfies Record<GatedAct, GuardedAct>

/**
 * Demands the right to an act and reads every gate of it on the latest facts, with the visit and the person held; Problem
 * `gate-closed` names all that are closed, by code. The pass it gives is what `appendEvent` wants before it writes the act down.
 */
export const refuseAtGate = async (
  ctx: Ctx,
  tx: Tx,
  held: SessionWithOrder,
  act: GatedAct,
  askedMlPerHour: string | null = null,
  dose: GateFacts['dose'] = null,
): Promise<Pass> => {
  const { id: sessionId, personId } = held.session
  await demandRight(ctx, tx, rightTo[act])
  await lockPerson(tx, personId)
  const closed = closedGates(gatesOf(act, await factsOf(tx, held, askedMlPerHour, dose), ctx.now().toISOString()))
  if (closed.length > 0)
    throw new Problem(
      'gate-closed',
      { sessionId, act },
      closed.map(({ id, title, value, clearsWhen }) => ({
        field: id,
        expected: `${title}: clears when ${clearsWhen}`,
        ...(value !== null && { value }),
      })),
    )
  return passFor(act, sessionId)
}
