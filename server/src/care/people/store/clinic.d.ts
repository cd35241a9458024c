import { type Tx } from '../../../platform/database.ts';
import type { CrisisLine, Hours } from '../clinic.ts';
/** The clinic's own settings. */
export declare const clinicSettings: ({ db, clinicId }: Tx) => Promise<{
    name: string;
    states: string[];
    zone: string;
    setUpAt: Date | null;
    simulated: boolean;
    hours: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
    crisisLines: CrisisLine[];
}>;
/** The clinic's time zone. */
export declare const zoneOf: (tx: Tx) => Promise<string>;
/** Whether this clinic has its first owner. */
export declare const isSetUp: (tx: Tx) => Promise<boolean>;
/** Hash of the one-time code, locked against a second set-up at the same time. */
export declare const lockSetUp: ({ db, clinicId }: Tx) => Promise<{
    setUpAt: Date | null;
    setUpCodeHash: string | null;
}>;
type Settings = {
    name: string;
    zone: string;
    states: readonly string[];
    hours: Hours;
    crisisLines: readonly CrisisLine[];
};
export declare const setClinic: ({ db, clinicId }: Tx, settings: Partial<Settings> & {
    setUpAt?: Date;
}) => Promise<void>;
/** All chairs in their places, closed ones too. */
export declare const chairs: ({ db, clinicId }: Tx) => Promise<{
    name: string;
    id: string;
    closedAt: Date | null;
    position: number;
}[]>;
export declare const insertChair: ({ db, clinicId }: Tx, id: string, name: string, position: number) => Promise<boolean>;
/** Whether there is such a chair. */
export declare const setChair: ({ db, clinicId }: Tx, id: string, change: {
    name?: string;
    position?: number;
    closedAt?: Date | null;
}) => Promise<boolean>;
/** Closed days from a date (YYYY-MM-DD) on. */
export declare const closures: ({ db, clinicId }: Tx, from: string) => Promise<{
    id: string;
    reason: string;
    onDate: string;
}[]>;
export declare const insertClosure: ({ db, clinicId }: Tx, id: string, onDate: string, reason: string) => Promise<void>;
/** Whether there was such a closed day. */
export declare const removeClosure: ({ db, clinicId }: Tx, id: string) => Promise<boolean>;
export {};
