import type { Ctx, Tx } from '../../../platform/context.ts'
import { insertClosedDay } from '../../clinic/store.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

export type CloseDay = { onDate: string; reason: string }

const close =
  (ctx: Ctx, { onDate, reason }: CloseDay) =>
  async (tx: Tx) => {
    await insertClosedDay(tx, ctx.newId(), onDate, reason)
    return { onDate }
  }

/** Offers nothing on a day (YYYY-MM-DD); each booking on it is kept, moved or canceled, and told. */
export function closeDay(ctx: Ctx, { decided, words, ...day }: CloseDay & Deciding) {
  return changeAndSettle(ctx, 'close-day', { decided, words }, close(ctx, day))
}

/** Which bookings stand on a day that is to be closed. */
export function seeCloseDay(ctx: Ctx, day: CloseDay) {
  return seeTouched(ctx, close(ctx, day))
}
