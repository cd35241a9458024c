import type { Ctx } from '../../platform/context.ts'
import { drawUp } from './draw-up.ts'
import { giveReading } from './give-reading.ts'
import type { ReadingSent } from './session.ts'

/**
 * One person's reading, and where both now agree the draw-up. Two steps on purpose: when the dose cannot leave the safe (a gate,
 * a vial emptied meanwhile), the readings stand and `drawUp` can be tried again.
 */
export async function readCheck(ctx: Ctx, sent: ReadingSent & { sessionId: string }) {
  const read = await giveReading(ctx, sent)
  if (read.check !== 'agree') return { ...read, isDrawn: false }
  await drawUp(ctx, { sessionId: sent.sessionId })
  return { ...read, isDrawn: true }
}
