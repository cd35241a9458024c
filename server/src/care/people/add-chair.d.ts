import { type Ctx } from '../../platform/context.ts';
/** Adds a chair after the last one; its name must be new here. */
export declare const addChair: (ctx: Ctx, { name }: {
    name: string;
}) => Promise<{
    chairId: string;
}>;
