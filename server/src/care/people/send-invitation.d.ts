import type { Ctx, Tx } from '../../platform/context.ts';
/** Makes a fresh link to an invitation, takes the older ones back, and promises the letter. */
export declare const sendInvitation: (ctx: Ctx, tx: Tx, invitationId: string) => Promise<void>;
