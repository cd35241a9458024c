import { type Ctx } from '../../platform/context.ts';
/** Sends an invitation again with a new link; the older link stops working. */
export declare const resendInvitation: (ctx: Ctx, { invitationId }: {
    invitationId: string;
}) => Promise<{
    invitationId: string;
}>;
