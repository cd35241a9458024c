import { type Fault } from '@dripline/clinical';
import { type Ctx, type Tx } from '../../platform/context.ts';
import type { Invitation } from './staff.ts';
/** Invites somebody to the staff: a link of seven days goes to their address. */
export declare const invite: (ctx: Ctx, { email, ...terms }: Invitation) => Promise<{
    invitationId: string;
}>;
/** Licences in states where the clinic does not work, as faults. */
export declare const strangeStates: (tx: Tx, licensedStates: readonly string[]) => Promise<Fault[]>;
