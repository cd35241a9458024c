import type { Tx } from '../../../platform/database.ts';
/** Every approval of a clinical default, with who gave it. */
export declare const approvals: ({ db, clinicId }: Tx) => Promise<{
    version: string;
    approvedAt: Date;
    definitionId: string;
    kind: string;
    by: string;
}[]>;
type NewApproval = {
    id: string;
    definitionKind: string;
    definitionId: string;
    version: string;
    approvedBy: string;
    approvedAt: Date;
};
export declare const insertApprovals: ({ db, clinicId }: Tx, rows: readonly NewApproval[]) => Promise<void>;
export {};
