import { type Ctx } from '../../platform/context.ts';
export type CloseDiscrepancy = {
    discrepancyId: string;
    action: string;
};
/** Closes a difference with what was found and done; the book itself changes only by a correction. */
export declare const closeDiscrepancy: (ctx: Ctx, { discrepancyId, action }: CloseDiscrepancy) => Promise<{
    discrepancyId: string;
}>;
