import { type Ctx, inOneStep } from '../../platform/context.ts'
import { insertClosure } from './store.ts'

export type CloseDay = { onDate: string; reason: string }

/** Offers nothing on a day (YYYY-MM-DD); what is already booked on it stays until staff move it. */
export const closeDay = (ctx: Ctx, { onDate, reason }: CloseDay) =>
  inOneStep(ctx, 'close-day', async (tx) => {
    await insertClosure(tx, ctx.newId(), onDate, reason)
    return { onDate }
  })
