import type { Role } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
export type NewStaff = {
    id: string;
    title: string;
    licensedStates: readonly string[];
    takesCalls: boolean;
    createdAt: Date;
};
export declare const insertStaff: ({ db, clinicId }: Tx, { licensedStates, ...staff }: NewStaff) => Promise<void>;
/** Everybody who works or worked here, by name. */
export declare const allStaff: (tx: Tx) => Promise<{
    title: string;
    closedAt: Date | null;
    email: string;
    name: string;
    licensedStates: string[];
    takesCalls: boolean;
    id: string;
    createdAt: Date;
    role: Role;
}[]>;
/** One of them, or nothing. */
export declare const staffMember: (tx: Tx, id: string) => Promise<{
    title: string;
    closedAt: Date | null;
    email: string;
    name: string;
    licensedStates: string[];
    takesCalls: boolean;
    id: string;
    createdAt: Date;
    role: Role;
} | undefined>;
export type StaffChange = {
    title: string;
    role: Role;
    licensedStates: readonly string[];
    takesCalls: boolean;
};
export declare const setStaff: ({ db, clinicId }: Tx, id: string, { role, licensedStates, ...staff }: StaffChange) => Promise<void>;
/** Whether somebody here already signs in with this address. */
export declare const isAddressTaken: ({ db, clinicId }: Tx, email: string) => Promise<boolean>;
