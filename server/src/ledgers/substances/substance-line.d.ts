/** What enters or leaves the safe; its mL carry a sign. */
export declare const safeKinds: readonly ["received", "withdrawn", "returned"];
/** Parts of what left the safe; they do not change its balance. */
export declare const partKinds: readonly ["given", "wasted"];
export type LineKind = (typeof safeKinds)[number] | (typeof partKinds)[number];
export declare const isSafeKind: (kind: string) => boolean;
/** The mL of a line as they stand in the book: what leaves the safe is below zero. */
export declare const signedMl: (kind: LineKind, ml: string) => string;
/** The book is kept to so many mL; what was drawn may differ from the dose by that much and no more. */
export declare const bookPlaces = 2;
/** Refuses an amount finer than the book, or mL and mg that are not the same amount of this strength. */
export declare const refuseUnequal: (ml: string, mg: string, mgPerMl: string) => void;
/** Whether a vial's last day is over in this zone. */
export declare const isExpired: (expiresOn: string, now: Date, zone: string) => boolean;
/** Refuses a time that has not come yet. */
export declare const refuseFuture: (at: Date, now: Date) => void;
