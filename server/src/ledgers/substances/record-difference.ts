import type { Ctx, Tx } from '../../platform/context.ts'
import { insertDiscrepancy } from './count-store.ts'

type Difference = { sessionId: string; ownerId: string; drawnMg: string; accountedMg: string }

/** Writes that what was given and wasted of a visit is not what was drawn (mg); somebody owns it until it is closed. */
export const recordDifference = async (ctx: Ctx, tx: Tx, { drawnMg, accountedMg, ...found }: Difference): Promise<string> => {
  const id = ctx.newId()
  await insertDiscrepancy(tx, { id, ...found, vialId: null, book: drawnMg, counted: accountedMg, openedAt: ctx.now() })
  return id
}
