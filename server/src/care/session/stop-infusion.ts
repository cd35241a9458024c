import type { Ctx } from '../../platform/context.ts'
import { onPump } from './on-pump.ts'

type Reasoned = { sessionId: string; reason: string; at?: string | undefined }
type Stop = Reasoned & { totalMl?: string | null | undefined }

/** Ends the drip. The pump's own total (mL) is kept when it was read with the stop; a stop never waits for it. */
export function stopInfusion(ctx: Ctx, { reason, totalMl = null, ...where }: Stop) {
  const stopped = { kind: 'stopped', reason } as const
  if (totalMl === null) return onPump(ctx, 'stop-infusion', where, () => [stopped])
  return onPump(ctx, 'stop-infusion', where, () => [stopped, { kind: 'pump-read', totalMl, reason: null }], { entries: 2 })
}

/** Holds the drip for a while. */
export function pauseInfusion(ctx: Ctx, { reason, ...where }: Reasoned) {
  return onPump(ctx, 'pause-infusion', where, () => [{ kind: 'paused', reason }])
}

type Total = { sessionId: string; totalMl: string | null; reason: string | null; at?: string | undefined }

/** Writes down what the pump's own display says it has given (mL), or why that cannot be read; the newest one after the stop counts. */
export function readPumpTotal(ctx: Ctx, { totalMl, reason, ...where }: Total) {
  return onPump(ctx, 'read-pump-total', where, () => [{ kind: 'pump-read', totalMl, reason }])
}
