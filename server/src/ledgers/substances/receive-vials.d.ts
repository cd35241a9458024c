import { type Ctx } from '../../platform/context.ts';
export type ReceiveVials = {
    drug: string;
    lot: string;
    mgPerMl: string;
    volumeMl: string;
    expiresOn: string;
    vials: number;
    invoice: string;
    proof: string;
};
/** Puts vials of one lot into the safe before a second person; each gets the next number of the book. */
export declare const receiveVials: (ctx: Ctx, { proof, vials, invoice, ...vial }: ReceiveVials) => Promise<{
    proofId: string;
    received: {
        vialId: string;
        number: string;
    }[];
}>;
