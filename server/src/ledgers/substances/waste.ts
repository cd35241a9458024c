import type { Ctx, Tx } from '../../platform/context.ts'
import { accountFor, type Part } from './account-for.ts'

export type Waste = Part & { witnessId: string; proofId: string }

/** Writes what was destroyed of the drawn dose (mg) before a witness. */
export const waste = (ctx: Ctx, tx: Tx, { witnessId, proofId, ...part }: Waste) =>
  accountFor(ctx, tx, 'wasted', part, { witnessId, proofId })
