import { Problem, whoStartsAt } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import type { KeptTimes } from './kept-shape.ts'
import { freshNear, tableOf } from './kept-times.ts'

/** Why a call cannot be given at a start by the times as they are kept; null when somebody is free. */
export function whyUnfree(ctx: Ctx, times: KeptTimes, { state, start }: { state: string; start: string }): Problem | null {
  if (!times.isSetUp) return new Problem('not-set-up')
  if (!times.served.includes(state)) return new Problem('outside-states')
  const { possible, free } = whoStartsAt(tableOf(times, state), start, ctx.now().toISOString())
  if (free.length > 0) return null
  if (possible.length === 0)
    return new Problem('not-valid', {}, [{ field: 'start', code: 'time-that-is-still-on-offer', value: start }])
  return new Problem('slot-taken', {}, [], freshNear(ctx, times, state, start))
}

/** Refuses what cannot be given by the times as they are kept. */
export function refuseUnfree(ctx: Ctx, times: KeptTimes, wanted: { state: string; start: string }): void {
  const why = whyUnfree(ctx, times, wanted)
  if (why) throw why
}
