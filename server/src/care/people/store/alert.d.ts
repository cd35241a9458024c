import type { Tx } from '../../../platform/database.ts';
type NewAlert = {
    id: string;
    personId: string;
    kind: string;
    cause: string;
    causeId: string;
    raisedAt: Date;
};
/** Writes an alert, or finds the one that this cause has raised already; gives its id. */
export declare const insertAlert: ({ db, clinicId }: Tx, alert: NewAlert) => Promise<string>;
/** An alert, locked until the step ends. */
export declare const lockAlert: ({ db, clinicId }: Tx, id: string) => Promise<{
    id: string;
    personId: string;
    closedAt: Date | null;
    ownerId: string | null;
} | undefined>;
type AlertChange = {
    ownerId: string;
    ownedAt: Date;
} | {
    closedBy: string;
    closedAt: Date;
    action: string;
};
export declare const setAlert: ({ db, clinicId }: Tx, id: string, change: AlertChange) => Promise<void>;
/** Alerts that nobody has closed, oldest first. */
export declare const openAlerts: (tx: Tx) => Promise<{
    kind: string;
    cause: string;
    personId: string;
    causeId: string;
    raisedAt: Date;
    id: string;
    name: string;
    phone: string;
    action: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "action">;
    ownedAt: Date | null;
    ownerId: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "ownerId">;
    closedAt: Date | null;
    owner: string | null;
    closedBy: string | null;
}[]>;
/** All alerts of one person, open ones first. */
export declare const alertsOf: (tx: Tx, personId: string) => Promise<{
    kind: string;
    cause: string;
    personId: string;
    causeId: string;
    raisedAt: Date;
    id: string;
    name: string;
    phone: string;
    action: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "action">;
    ownedAt: Date | null;
    ownerId: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "ownerId">;
    closedAt: Date | null;
    owner: string | null;
    closedBy: string | null;
}[]>;
/** The alerts closed last. */
export declare const closedAlerts: (tx: Tx) => Promise<{
    kind: string;
    cause: string;
    personId: string;
    causeId: string;
    raisedAt: Date;
    id: string;
    name: string;
    phone: string;
    action: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "action">;
    ownedAt: Date | null;
    ownerId: import("kysely").ExtractColumnType<import("../../../platform/database.generated.ts").DB & {
        owner: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    } & {
        closer: import("kysely").Nullable<import("../../../platform/database.generated.ts").Account>;
    }, "owner" | "alert" | "person" | "closer", "ownerId">;
    closedAt: Date | null;
    owner: string | null;
    closedBy: string | null;
}[]>;
export {};
