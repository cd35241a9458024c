import { closedGates, type GatedAct, type GateFacts, gatesOf, Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { lockPerson } from '../people/store.ts'
import { factsOf } from './facts-of.ts'
import { type Pass, passFor } from './pass.ts'
import type { SessionWithOrder } from './session.ts'

/**
 * Reads every gate of an act on the latest facts, with the visit and the person held; Problem `gate-closed` names all that
 * stand in the way, by code. The pass it gives is what `appendEvent` wants before it writes the act down.
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
