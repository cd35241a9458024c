import { type Tx } from '../../../platform/database.ts';
import type { NewPerson, PersonChange } from '../person.ts';
export declare const insertPerson: ({ db, clinicId }: Tx, person: NewPerson & {
    id: string;
    createdAt: Date;
}) => Promise<void>;
/** A caller or patient, or nothing. */
export declare const personOf: (tx: Tx, id: string) => Promise<{
    name: string;
    id: string;
    heightCm: string | null;
    phone: string;
    state: string;
    zone: string;
    createdAt: Date;
    acceptedAt: Date | null;
    acceptedBy: string | null;
    allergies: string | null;
    email: string;
    mergedInto: string | null;
    personId: string;
    dateOfBirth: string | null;
    sex: "female" | "male" | null;
} | undefined>;
/** The same, locked until the step ends. */
export declare const lockPerson: (tx: Tx, id: string) => Promise<{
    name: string;
    id: string;
    heightCm: string | null;
    phone: string;
    state: string;
    zone: string;
    createdAt: Date;
    acceptedAt: Date | null;
    acceptedBy: string | null;
    allergies: string | null;
    email: string;
    mergedInto: string | null;
    personId: string;
    dateOfBirth: string | null;
    sex: "female" | "male" | null;
} | undefined>;
/** Persons whose name, address, phone or birthday has this text in it; those merged into another are found as that other. */
export declare const findPersons: (tx: Tx, text: string) => Promise<{
    name: string;
    id: string;
    heightCm: string | null;
    phone: string;
    state: string;
    zone: string;
    createdAt: Date;
    acceptedAt: Date | null;
    acceptedBy: string | null;
    allergies: string | null;
    email: string;
    mergedInto: string | null;
    personId: string;
    dateOfBirth: string | null;
    sex: "female" | "male" | null;
}[]>;
/** Everybody who was not merged into somebody else, newest first, with how many alerts stand open. */
export declare const listPersons: ({ db, clinicId }: Tx, which: "caller" | "patient" | "all") => Promise<{
    name: string;
    state: string;
    createdAt: Date;
    acceptedAt: Date | null;
    personId: string;
    openAlerts: number | null;
}[]>;
/** A person's id and those of everybody merged into them: their records are one history. */
export declare const idsOf: ({ db, clinicId }: Tx, personId: string) => Promise<string[]>;
/** Names by id, for lists that know only ids. */
export declare const namesOf: ({ db, clinicId }: Tx, ids: readonly string[]) => Promise<{
    name: string;
    personId: string;
}[]>;
export declare const setPerson: ({ db, clinicId }: Tx, id: string, change: PersonChange) => Promise<void>;
type Changed = {
    id: string;
    personId: string;
    before: object;
    changedBy: string;
    changedAt: Date;
};
export declare const insertPersonChange: ({ db, clinicId }: Tx, { before, ...change }: Changed) => Promise<void>;
/** What stood there before, newest first. */
export declare const changesOf: ({ db, clinicId }: Tx, personId: string) => Promise<{
    before: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        change: import("../../../platform/database.generated.ts").PersonChange;
    }, "change" | "account", "before">;
    personId: string;
    by: string;
    changedAt: Date;
}[]>;
export declare const setAccepted: ({ db, clinicId }: Tx, id: string, acceptedBy: string, acceptedAt: Date) => Promise<void>;
/** Points a person, and everybody who already pointed at them, to another. */
export declare const setMerged: ({ db, clinicId }: Tx, id: string, mergedInto: string) => Promise<void>;
export {};
