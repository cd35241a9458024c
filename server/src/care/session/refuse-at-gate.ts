import {
  administrationOf,
  asWritten,
  closedGates,
  type Fault,
  type GatedAct,
  type GateFacts,
  type GateReading,
  type GuardedAct,
  gatesOf,
  gatesOfOwn,
  Problem,
} from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { lockPerson } from '../people/store.ts'
import { isForPump } from '../planning/store.ts'
import { anyFactsFrom, factsOf, gateRowsOf } from './facts-of.ts'
import { nowIn } from './now-in.ts'
import { type Pass, passFor } from './pass.ts'
import type { SessionWithAnyOrder } from './session.ts'

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

/** What an act asks for: a pump rate (mL/h), a dose, and when it was done if that was before now (ISO). */
type Asked = { rateMlPerHour?: string | null; dose?: GateFacts['dose']; at?: string | undefined }

/**
 * Demands the right to an act and reads every gate of it on the latest facts, with the visit and the person held; Problem
 * `gate-closed` names all that are closed, by code. An act that says it was done earlier passes the gates of that moment too. The
 * pass it gives is what `appendEvent` wants before it writes the act down.
 */
export const refuseAtGate = async (
  ctx: Ctx,
  tx: Tx,
  held: SessionWithAnyOrder,
  act: string,
  { rateMlPerHour = null, dose = null, at }: Asked = {},
): Promise<Pass> => {
  const { id: sessionId, personId } = held.session
  await demandRight(ctx, tx, rightOf(held, act))
  await lockPerson(tx, personId)
  const gatesAt = await gatesFor(tx, held, act, { rateMlPerHour, dose })
  const closedAt = (asOf: string) => closedGates(gatesAt(asOf))
  const closed = [...closedAt(nowIn(ctx, held.session)), ...(at === undefined ? [] : closedAt(at))].filter(isFirst)
  if (closed.length > 0)
    throw new Problem(
      'gate-closed',
      { sessionId, act },
      closed.map(
        ({ id, title, value, clearsWhen }): Fault => ({
          field: id,
          code: 'clears-when',
          params: { title, clearsWhen: clearsWhen ?? asWritten('') },
          ...(value !== null && { value }),
        }),
      ),
    )
  return passFor(act, sessionId)
}

const rightOf = ({ session, order }: SessionWithAnyOrder, act: string): GuardedAct =>
  (order.said === null ? undefined : administrationOf(session.folded.gives.by)?.acts[act]?.right) ??
  (isPumpAct(act) ? rightTo[act] : 'start')

const isPumpAct = (act: string): act is GatedAct => act in rightTo

/** The gates of an act on the facts as they are now, as they stand at an instant. */
export const gatesFor = async (
  tx: Tx,
  held: SessionWithAnyOrder,
  act: string,
  { rateMlPerHour = null, dose = null }: Asked = {},
) => {
  const { session, order } = held
  if (!isForPump(order)) {
    const facts = anyFactsFrom(await gateRowsOf(tx, session), held)
    return (asOf: string) => gatesOfOwn(act, facts, asOf)
  }
  const facts = await factsOf(tx, { session, order }, rateMlPerHour, dose)
  return (asOf: string) => (isPumpAct(act) ? gatesOf(act, facts, asOf) : [])
}

const isFirst = ({ id }: GateReading, i: number, all: readonly GateReading[]) => all.findIndex((each) => each.id === id) === i
