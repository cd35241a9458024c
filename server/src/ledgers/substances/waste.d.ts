import type { Ctx, Tx } from '../../platform/context.ts';
import { type Part } from './account-for.ts';
export type Waste = Part & {
    witnessId: string;
    proofId: string;
};
/** Writes what was destroyed of the drawn dose (mg) before a witness. */
export declare const waste: (ctx: Ctx, tx: Tx, { witnessId, proofId, ...part }: Waste) => Promise<{
    sessionId: string;
    personId: string;
    lineIds: string[];
}>;
