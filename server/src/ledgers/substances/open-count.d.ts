import { type Ctx } from '../../platform/context.ts';
/** Opens a count of the safe by two people; there is one at a time. */
export declare const openNewCount: (ctx: Ctx) => Promise<{
    countId: string;
}>;
