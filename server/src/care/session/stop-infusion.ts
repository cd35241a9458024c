import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump } from './hold-pump.ts'

type Reasoned = { sessionId: string; reason: string; at?: string | undefined }
type Stop = Reasoned & { totalMl?: string | null | undefined }

/** Ends the drip. The pump's own total (mL) is kept when it was read with the stop; a stop never waits for it. */
export const stopInfusion = (ctx: Ctx, { sessionId, reason, at, totalMl = null }: Stop) =>
  inOneStep(ctx, 'stop-infusion', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    const stopped = await appendEvent(ctx, tx, session, { kind: 'stopped', reason }, { at })
    if (totalMl === null) return answerOf(session, stopped)
    return answerOf(session, stopped, await appendEvent(ctx, tx, session, { kind: 'pump-read', totalMl, reason: null }, { at }))
  })

/** Holds the drip for a while. */
export const pauseInfusion = (ctx: Ctx, { sessionId, reason, at }: Reasoned) =>
  inOneStep(ctx, 'pause-infusion', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'paused', reason }, { at }))
  })

type Total = { sessionId: string; totalMl: string | null; reason: string | null; at?: string | undefined }

/** Writes down what the pump's own display says it has given (mL), or why that cannot be read; the newest one after the stop counts. */
export const readPumpTotal = (ctx: Ctx, { sessionId, totalMl, reason, at }: Total) =>
  inOneStep(ctx, 'read-pump-total', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'pump-read', totalMl, reason }, { at }))
  })
