import type { Tx } from '../../platform/context.ts';
/** Whether a prescriber has approved every clinical default in its current version. */
export declare const defaultsApproved: (tx: Tx) => Promise<boolean>;
/** Every clinical default, each with who approved this version and when, or null; and the version approved before it. */
export declare const defaultsWithApproval: (tx: Tx) => Promise<{
    approved: {
        by: string;
        at: Date;
    } | null;
    versionBefore: string | null;
    id: string;
    kind: import("@dripline/clinical").DefaultKind;
    version: string;
    title: string;
    basis: import("@dripline/clinical").Basis;
    source: string;
}[]>;
