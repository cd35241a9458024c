import type { Ctx, Tx } from '../../platform/context.ts'
import { accountFor, type Part } from './account-for.ts'

export type Waste = Part & { enteredBy?: string; witnessId: string; proofId: string | null }

/** Writes what was destroyed of the drawn dose (mg) before a witness. */
export const waste = (ctx: Ctx, tx: Tx, { enteredBy, witnessId, proofId, ...part }: Waste) =>
  accountFor(ctx, tx, 'wasted', part, { witnessId, proofId, ...(enteredBy !== undefined && { enteredBy }) })
