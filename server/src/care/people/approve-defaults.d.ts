import { type Ctx } from '../../platform/context.ts';
export type ApproveDefaults = {
    listed: readonly {
        kind: string;
        id: string;
        version: string;
    }[];
};
/** A prescriber's word that the clinic works by these definitions in these versions: exactly the list that was read. */
export declare const approveDefaults: (ctx: Ctx, { listed }: ApproveDefaults) => Promise<{
    approved: number;
}>;
