import { type Ctx } from '../../platform/context.ts';
/** Ends a count that two people will not finish; what was entered stays, and says neither yes nor no. */
export declare const callOffCount: (ctx: Ctx, { countId }: {
    countId: string;
}) => Promise<{
    countId: string;
}>;
