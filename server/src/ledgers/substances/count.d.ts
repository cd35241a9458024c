import type { OpenedCount } from './store.ts';
/** How far a count by eye may lie from the book of an opened vial. */
export declare const countTolerance: {
    readonly share: "0.02";
    readonly source: "clinical reference 7.1: partial vials";
    readonly basis: "proposed";
};
export type CountedVial = {
    id: string;
    ml: string;
    isSealed: boolean;
};
export type Counted = {
    sealed: number;
    opened: readonly OpenedCount[];
};
export type Difference = {
    vialId: string | null;
    book: string;
    counted: string;
};
/** Where a count and the book of the same moment differ: sealed vials exactly, opened ones beyond the tolerance. */
export declare const differences: (book: readonly CountedVial[], counted: Counted) => Difference[];
/** One difference a vial: of two people's, the one that lies farther from the book. */
export declare const widest: (all: readonly Difference[]) => Difference[];
