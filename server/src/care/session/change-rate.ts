import { actOf, exact, foldedAt, plain } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump } from './hold-pump.ts'
import { onPump } from './on-pump.ts'
import { refuseAtGate } from './refuse-at-gate.ts'
import type { Session, SessionWithOrder } from './session.ts'

type ChangeRate = { sessionId: string; rateMlPerHour: string; reason: string; at?: string | undefined }

/**
 * Sets the pump to another rate (mL/h): a lower one always, a higher one through its gates and never above the order. Higher and lower
 * are told by the rate of the moment at which it was set.
 */
export function changeRate(ctx: Ctx, { sessionId, rateMlPerHour, reason, at }: ChangeRate) {
  const say = () => ({ kind: 'rate-changed', rateMlPerHour: plain(exact(rateMlPerHour, 'rateMlPerHour')), reason }) as const
  const isRaise = ({ folded, events }: Session) => actOf(say(), at === undefined ? folded : foldedAt(events, at)) === 'raise'
  const inStep = () =>
    inOneStep(ctx, 'change-rate', async (tx) => {
      const held = await holdPump(tx, sessionId)
      const entry = say()
      const asked = { rateMlPerHour: entry.rateMlPerHour, at }
      const pass = isRaise(held.session) ? await passFor(ctx, tx, held, 'raise', asked) : {}
      return answerOf(held.session, await appendEvent(ctx, tx, held.session, entry, { at, own: entryIdOf(ctx), ...pass }))
    })
  return onPump(ctx, 'change-rate', { sessionId, at }, () => [say()], { inStep, mayCall: (session) => !isRaise(session) })
}

/** Lets the drip run on after a pause, at the order's rate or a lower one. */
export function resume(ctx: Ctx, { sessionId, rateMlPerHour, at }: Omit<ChangeRate, 'reason'>) {
  return inOneStep(ctx, 'resume-infusion', async (tx) => {
    const held = await holdPump(tx, sessionId)
    const rate = plain(exact(rateMlPerHour, 'rateMlPerHour'))
    const pass = await passFor(ctx, tx, held, 'resume', { rateMlPerHour: rate, at })
    return answerOf(
      held.session,
      await appendEvent(ctx, tx, held.session, { kind: 'resumed', rateMlPerHour: rate }, { at, ...pass }),
    )
  })
}

type Asked = { rateMlPerHour: string; at: string | undefined }
const passFor = async (ctx: Ctx, tx: Tx, held: SessionWithOrder, act: 'raise' | 'resume', asked: Asked) => ({
  pass: await refuseAtGate(ctx, tx, held, act, asked),
})
