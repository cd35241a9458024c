import { type Ctx } from '../../platform/context.ts';
/** Takes an invitation back: its link stops working at once, and a letter not sent yet stays unsent. */
export declare const withdrawInvitation: (ctx: Ctx, { invitationId }: {
    invitationId: string;
}) => Promise<{
    invitationId: string;
}>;
