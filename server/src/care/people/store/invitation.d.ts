import type { Role } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Invitation } from '../staff.ts';
export declare const insertInvitation: ({ db, clinicId }: Tx, { licensedStates, ...invitation }: Invitation & {
    id: string;
    invitedBy: string | null;
    createdAt: Date;
}) => Promise<void>;
/** An invitation, locked until the step ends. */
export declare const lockInvitation: (tx: Tx, id: string) => Promise<{
    name: string;
    id: string;
    title: string;
    createdAt: Date;
    acceptedAt: Date | null;
    email: string;
    licensedStates: string[];
    takesCalls: boolean;
    withdrawnAt: Date | null;
    role: Role;
} | undefined>;
export declare const invitationOf: (tx: Tx, id: string) => Promise<{
    name: string;
    id: string;
    title: string;
    createdAt: Date;
    acceptedAt: Date | null;
    email: string;
    licensedStates: string[];
    takesCalls: boolean;
    withdrawnAt: Date | null;
    role: Role;
} | undefined>;
/** Invitations that wait for their person, newest first, with when the last link ends. */
export declare const openInvitations: (tx: Tx) => Promise<{
    name: string;
    id: string;
    title: string;
    createdAt: Date;
    acceptedAt: Date | null;
    email: string;
    licensedStates: string[];
    takesCalls: boolean;
    withdrawnAt: Date | null;
    role: Role;
    expiresAt: Date | null;
}[]>;
export declare const setInvitation: ({ db, clinicId }: Tx, id: string, change: {
    acceptedAt: Date;
} | {
    withdrawnAt: Date;
}) => Promise<void>;
/** How often a link was made for an invitation. */
export declare const lastIssue: ({ db, clinicId }: Tx, id: string) => Promise<number>;
