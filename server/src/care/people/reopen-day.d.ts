import { type Ctx } from '../../platform/context.ts';
/** Opens a day again that was closed. */
export declare const reopenDay: (ctx: Ctx, { closureId }: {
    closureId: string;
}) => Promise<{
    closureId: string;
}>;
