import { type Ctx } from '../../platform/context.ts';
/** Makes the account of whoever holds the link, with the password they chose, and signs them in. */
export declare const acceptInvitation: (ctx: Ctx, { password }: {
    password: string;
}) => Promise<{
    accountId: string;
    signInId: string;
    invitationId: string;
}>;
