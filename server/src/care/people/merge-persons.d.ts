import { type Ctx } from '../../platform/context.ts';
export type MergePersons = {
    personId: string;
    intoId: string;
};
/** Says that two records are one person: lists show the second one; both stay readable. A patient stays a patient. */
export declare const mergePersons: (ctx: Ctx, { personId, intoId }: MergePersons) => Promise<{
    personId: string;
    merged: {
        personId: string;
    };
}>;
