import { exact, plain } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import { onPump } from './on-pump.ts'

type Found = { sessionId: string; rateMlPerHour: string; note: string | null; at?: string | undefined }

/** Writes down what the pump was seen to run at (mL/h), also past the order or before a start: it is marked, never refused for that. */
export function pumpFound(ctx: Ctx, { rateMlPerHour, note, ...where }: Found) {
  return onPump(ctx, 'pump-found', where, () => [
    { kind: 'pump-found', rateMlPerHour: plain(exact(rateMlPerHour, 'rateMlPerHour')), note },
  ])
}
