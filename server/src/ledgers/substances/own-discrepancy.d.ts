import { type Ctx } from '../../platform/context.ts';
/** Takes a difference between book and count over from whoever owned it. */
export declare const ownDiscrepancy: (ctx: Ctx, { discrepancyId }: {
    discrepancyId: string;
}) => Promise<{
    discrepancyId: string;
    ownerId: string;
}>;
