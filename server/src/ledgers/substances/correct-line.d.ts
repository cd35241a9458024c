import { type Ctx } from '../../platform/context.ts';
export type CorrectLine = {
    lineId: string;
    ml: string;
    mg: string;
    note: string;
    proof: string;
};
/** A correction from the book's own page, before a second person. */
export declare const correctLine: (ctx: Ctx, { proof, ...line }: CorrectLine) => Promise<{
    personId?: string;
    lineId: string;
    correctsId: string;
    vialId: string;
}>;
