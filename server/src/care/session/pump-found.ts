import { exact, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent } from './append-event.ts'
import { holdPump } from './hold-pump.ts'

type Found = { sessionId: string; rateMlPerHour: string; note: string | null; at?: string | undefined }

/** Writes down what the pump was seen to run at (mL/h), also past the order or before a start: it is marked, never refused for that. */
export const pumpFound = (ctx: Ctx, { sessionId, rateMlPerHour, note, at }: Found) =>
  inOneStep(ctx, 'pump-found', async (tx) => {
    const { session } = await holdPump(tx, sessionId)
    const entry = { kind: 'pump-found', rateMlPerHour: plain(exact(rateMlPerHour, 'rateMlPerHour')), note } as const
    return answerOf(session, await appendEvent(ctx, tx, session, entry, { at }))
  })
