import { Exact } from '@dripline/clinical';
import { type Ctx, type Tx } from '../../platform/context.ts';
export type Part = {
    sessionId: string;
    personId: string;
    mg: string;
    at: Date;
    note?: string;
};
type Seen = {
    witnessId: string;
    proofId: string;
};
type Open = {
    vialId: string;
    ml: string;
    mg: string;
    mgPerMl: string;
};
/** Writes what became of a part of a session's drawn dose; never more than is still open. Given with nothing to say, it writes nothing. */
export declare const accountFor: (ctx: Ctx, tx: Tx, kind: "given" | "wasted", { sessionId, personId, mg, at, note }: Part, seen?: Seen) => Promise<{
    sessionId: string;
    personId: string;
    lineIds: string[];
}>;
/** An amount spread over the vials it was drawn from, first drawn first; the last part of a vial takes Exact the mL that remain. */
export declare const partsOf: (open: readonly Open[], mg: Exact) => {
    vialId: string;
    ml: string;
    mg: string;
}[];
export {};
