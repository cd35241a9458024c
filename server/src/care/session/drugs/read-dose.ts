import type { Ctx } from '../../../platform/context.ts'
import { giveDoseReading } from './dose-readings.ts'
import { giveControlled } from './give-controlled.ts'
import type { DoseReadingSent } from './sent.ts'
import { nameVial } from './settle-drug.ts'

/** One person's reading, and where both now agree the dose itself, or the vial of the emergency; what is read stands either way. */
export async function readDose(ctx: Ctx, sent: DoseReadingSent & { sessionId: string }) {
  const { of, ...read } = await giveDoseReading(ctx, sent)
  // An act is done with what else it says: it asks for these readings itself.
  if (read.check !== 'agree' || of === 'act') return { ...read, isDone: false }
  const { sessionId, about } = sent
  if (of === 'line') await giveControlled(ctx, { sessionId, lineId: about })
  else await nameVial(ctx, { sessionId, eventId: about, note: 'named after the emergency' })
  return { ...read, isDone: true }
}
