import { type Tx } from '../../platform/database.ts';
import type { LineKind } from './substance-line.ts';
export type NewVial = {
    number: string;
    drug: string;
    lot: string;
    mgPerMl: string;
    volumeMl: string;
    expiresOn: string;
};
export declare const insertVial: ({ db, clinicId }: Tx, id: string, { expiresOn, ...vial }: NewVial, receivedAt: Date) => Promise<void>;
/** The highest number a vial was given so far, 0 before the first. */
export declare const lastVialNumber: ({ db, clinicId }: Tx) => Promise<number>;
export type NewLine = {
    id: string;
    kind: LineKind;
    vialId: string;
    ml: string;
    mg: string;
    personId: string | null;
    sessionId: string | null;
    correctsId: string | null;
    note: string | null;
    enteredBy: string;
    witnessId: string | null;
    proofId: string | null;
    at: Date;
    enteredAt: Date;
};
export declare const insertLine: ({ db, clinicId }: Tx, line: NewLine) => Promise<void>;
/** Lines that no later line corrects, as the book stood at an instant of entering. */
export declare const standingLines: ({ db, clinicId }: Tx, until?: Date) => import("kysely").SelectQueryBuilder<import("../../platform/database.generated.ts").DB & {
    line: import("../../platform/database.generated.ts").SubstanceLine;
}, "line", {}>;
/** One line of the book with its vial's strength, whether or not it still stands. */
export declare const lineOf: ({ db, clinicId }: Tx, id: string) => Promise<{
    mg: string;
    ml: string;
    vialId: string;
    sessionId: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
        line: import("../../platform/database.generated.ts").SubstanceLine;
    }, "vial" | "line", "sessionId">;
    personId: import("kysely").ExtractColumnType<import("../../platform/database.generated.ts").DB & {
        line: import("../../platform/database.generated.ts").SubstanceLine;
    }, "vial" | "line", "personId">;
    mgPerMl: string;
    at: Date;
    id: string;
    kind: string;
    isCorrected: boolean;
} | undefined>;
/** Vials that hold something, or held it at that instant, with what is left in each; mL as exact text. */
export declare const vialsInSafe: (tx: Tx, until?: Date) => Promise<{
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
}[]>;
/** A vial with what is left in it, whether or not something is. */
export declare const vialOf: ({ db, clinicId }: Tx, id: string) => Promise<{
    number: string;
    id: string;
    drug: string;
    volumeMl: string;
    lot: string;
    mgPerMl: string;
    expiresOn: string;
} | undefined>;
/** What stands in the safe of one vial, mL as exact text. */
export declare const leftIn: (tx: Tx, vialId: string) => Promise<string>;
/** What a session has drawn from each vial and not yet accounted for, in the order it was drawn. */
export declare const openOfSession: (tx: Tx, sessionId: string) => Promise<{
    number: string;
    vialId: string;
    mgPerMl: string;
    ml: string;
    mg: string;
}[]>;
/** Sessions whose drawn dose is not accounted for yet. */
export declare const openSessions: (tx: Tx) => Promise<{
    sessionId: string | null;
    personId: string | null;
    mg: string;
}[]>;
/** What stood in the safe before an instant at which things happened, mL as exact text. */
export declare const balanceBefore: (tx: Tx, at: Date) => Promise<string>;
/** Every line that happened in a stretch of time, struck ones with what struck them. */
export declare const linesBetween: ({ db, clinicId }: Tx, start: Date, end: Date) => Promise<{
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
}[]>;
export declare const zoneOf: ({ db, clinicId }: Tx) => Promise<string>;
export declare const insertCount: ({ db, clinicId }: Tx, id: string, openedBy: string, openedAt: Date) => Promise<void>;
/** The count under way, if any, locked against a second entry at the same time. */
export declare const openCount: ({ db, clinicId }: Tx) => Promise<{
    id: string;
    openedAt: Date;
    openedBy: string;
} | undefined>;
/** The last count that both people finished. */
export declare const lastCount: ({ db, clinicId }: Tx) => Promise<{
    id: string;
    closedAt: Date | null;
    agreed: boolean | null;
} | undefined>;
export declare const closeCount: ({ db, clinicId }: Tx, id: string, closedAt: Date, agreed: boolean | null) => Promise<void>;
export type OpenedCount = {
    vialId: string;
    ml: string;
};
export type NewCountEntry = {
    countId: string;
    countedBy: string;
    sealed: number;
    opened: readonly OpenedCount[];
    countedAt: Date;
};
export declare const insertCountEntry: ({ db, clinicId }: Tx, id: string, { opened, ...entry }: NewCountEntry) => Promise<void>;
/** What each person has counted, first come first. Not for a screen while the count is open. */
export declare const countEntries: ({ db, clinicId }: Tx, countId: string) => Promise<{
    opened: OpenedCount[];
    sealed: number;
    name: string;
    countedBy: string;
    countedAt: Date;
}[]>;
export type NewDiscrepancy = {
    id: string;
    countId: string;
    vialId: string | null;
    book: string;
    counted: string;
};
export declare const insertDiscrepancy: ({ db, clinicId }: Tx, discrepancy: NewDiscrepancy & {
    ownerId: string;
    openedAt: Date;
}) => Promise<void>;
/** A difference between book and count, locked. */
export declare const discrepancyOf: ({ db, clinicId }: Tx, id: string) => Promise<{
    id: string;
    closedAt: Date | null;
    ownerId: string;
} | undefined>;
export declare const setDiscrepancy: ({ db, clinicId }: Tx, id: string, change: {
    ownerId: string;
} | {
    closedAt: Date;
    closedBy: string;
    action: string;
}) => Promise<void>;
/** Differences nobody has closed yet, oldest first. */
export declare const openDiscrepancies: ({ db, clinicId }: Tx) => Promise<{
    ownerId: string;
    openedAt: Date;
    vial: string | null;
    id: string;
    owner: string;
    book: string;
    counted: string;
}[]>;
