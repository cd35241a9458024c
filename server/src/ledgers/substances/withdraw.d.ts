import { type Ctx, type Tx } from '../../platform/context.ts';
export type Withdraw = {
    vialId: string;
    ml: string;
    mg: string;
    personId: string;
    sessionId: string;
    witnessId: string;
    proofId: string;
    at: Date;
    note?: string;
};
/** Takes a dose out of a vial, in the step that records the draw-up. mL to 0.01; mg must be the same amount. */
export declare const withdraw: (ctx: Ctx, tx: Tx, { vialId, ml, mg, at, note, ...who }: Withdraw) => Promise<{
    lineId: string;
    vialId: string;
    lot: string;
    number: string;
    mgPerMl: string;
    expiresOn: string;
}>;
