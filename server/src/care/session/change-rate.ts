import { exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump } from './hold-pump.ts'

type ChangeRate = { sessionId: string; rateMlPerHour: string; reason: string; at?: string | undefined }

/** Notes another pump rate (mL/h), down from the order or back up to it, never above. */
export const changeRate = (ctx: Ctx, { sessionId, rateMlPerHour, reason, at }: ChangeRate) =>
  inOneStep(ctx, 'change-rate', async (tx) => {
    const { session, order } = await holdPump(tx, sessionId)
    refuseOver(rateMlPerHour, order.rateMlPerHour)
    return answerOf(
      session,
      await appendEvent(ctx, tx, session, { kind: 'rate-changed', rateMlPerHour: plain(exact(rateMlPerHour)), reason }, { at }),
    )
  })

/** Lets the drip run on after a pause, at the order's rate or a lower one. */
export const resume = (ctx: Ctx, { sessionId, rateMlPerHour, at }: Omit<ChangeRate, 'reason'>) =>
  inOneStep(ctx, 'resume-infusion', async (tx) => {
    const { session, order } = await holdPump(tx, sessionId)
    refuseOver(rateMlPerHour, order.rateMlPerHour)
    return answerOf(
      session,
      await appendEvent(ctx, tx, session, { kind: 'resumed', rateMlPerHour: plain(exact(rateMlPerHour)) }, { at }),
    )
  })

const refuseOver = (rate: string, ordered: string) => {
  if (exact(rate, 'rateMlPerHour').gt(ordered))
    throw new Problem('over-order', {}, [
      { field: 'rateMlPerHour', expected: `at most ${plain(exact(ordered))} mL/h, as ordered`, value: rate },
    ])
}
