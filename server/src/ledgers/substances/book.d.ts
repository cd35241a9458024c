import type { Ctx, Tx } from '../../platform/context.ts';
/** The drug book of one clinic day (YYYY-MM-DD; today when left out): what was carried over, every line, and the safe as it is now. */
export declare const bookOfDay: (ctx: Ctx, tx: Tx, date?: string) => Promise<{
    day: string;
    today: string;
    carriedMl: string;
    lines: {
        balanceMl: string | null;
        at: Date;
        id: string;
        kind: string;
        note: string | null;
        enteredAt: Date;
        sessionId: string | null;
        personId: string | null;
        correctsId: string | null;
        volumeMl: string;
        lot: string;
        mgPerMl: string;
        vial: string;
        by: string;
        witness: string | null;
        correctedAt: Date | null;
        correctedBy: string | null;
        correctionNote: string | null;
        expiresOn: string;
        ml: string;
        mg: string;
    }[];
    vials: {
        isSealed: boolean;
        drug: string;
        volumeMl: string;
        lot: string;
        mgPerMl: string;
        number: string;
        id: string;
        expiresOn: string;
        ml: string;
        openedAt: Date | null;
    }[];
    balanceMl: string;
    openInSessions: {
        sessionId: string | null;
        personId: string | null;
        mg: string;
    }[];
    lastCount: {
        at: Date | null;
        isAgreed: boolean;
        by: string[];
    } | null;
    discrepancies: {
        ownerId: string;
        openedAt: Date;
        vial: string | null;
        id: string;
        owner: string;
        book: string;
        counted: string;
    }[];
}>;
/** The count under way as one person may see it: who has entered, what is to be counted, and their own numbers alone. */
export declare const countFor: (tx: Tx, staffId: string) => Promise<{
    id: string;
    openedAt: Date;
    entered: {
        staffId: string;
        name: string;
    }[];
    opened: {
        vialId: string;
        number: string;
    }[];
    own: {
        sealed: number;
        opened: import("./store.ts").OpenedCount[];
    } | null;
} | null>;
