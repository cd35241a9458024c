import { type Ctx } from '../../platform/context.ts';
export type EmptyVial = {
    vialId: string;
    way: 'wasted' | 'returned';
    note: string;
    proof: string;
};
/** Takes everything that is left in a vial out of the safe for good: destroyed here, or sent back to who disposes of it. */
export declare const emptyVial: (ctx: Ctx, { vialId, way, note, proof }: EmptyVial) => Promise<{
    vialId: string;
    proofId: string;
    ml: string;
}>;
