import { type Ctx } from '../../platform/context.ts';
export type ChangeChair = {
    chairId: string;
    name?: string | undefined;
    isClosed?: boolean | undefined;
};
/** Renames a chair, or takes it out of use and back in. What is booked in it stays booked. */
export declare const changeChair: (ctx: Ctx, { chairId, name, isClosed }: ChangeChair) => Promise<{
    chairId: string;
}>;
