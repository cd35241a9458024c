import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump } from './hold-pump.ts'

type Reasoned = { sessionId: string; reason: string; at?: string | undefined }

/** Ends the drip; what was given is worked out from the log, what is left waits for its witness. */
export const stopInfusion = (ctx: Ctx, { sessionId, reason, at }: Reasoned) =>
  inOneStep(ctx, 'stop-infusion', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'stopped', reason }, { at }))
  })

/** Holds the drip for a while. */
export const pauseInfusion = (ctx: Ctx, { sessionId, reason, at }: Reasoned) =>
  inOneStep(ctx, 'pause-infusion', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'paused', reason }, { at }))
  })
