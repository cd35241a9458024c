import { type Ctx, type Tx } from '../../platform/context.ts';
export type Correct = {
    lineId: string;
    ml: string;
    mg: string;
    note: string;
    witnessId: string;
    proofId: string;
};
/** Writes a new line in the place of a wrong one; the old line stays, struck. Amounts are above zero, as on the line. */
export declare const correct: (ctx: Ctx, tx: Tx, { lineId, ml, mg, note, witnessId, proofId }: Correct) => Promise<{
    personId?: string;
    lineId: string;
    correctsId: string;
    vialId: string;
}>;
