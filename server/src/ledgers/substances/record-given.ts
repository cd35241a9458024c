import type { Ctx, Tx } from '../../platform/context.ts'
import { accountFor, type Part } from './account-for.ts'

/** Writes what the patient got of the drawn dose (mg), in the step that stops the infusion. */
export const recordGiven = (ctx: Ctx, tx: Tx, part: Part) => accountFor(ctx, tx, 'given', part)
