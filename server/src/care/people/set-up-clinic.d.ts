import { type Ctx } from '../../platform/context.ts';
import type { SetUpForm } from './set-up-form.ts';
/** Opens the clinic with its first owner, once, for whoever holds the code that was printed in the terminal. */
export declare const setUpClinic: (ctx: Ctx, { owner, code, ...clinic }: SetUpForm) => Promise<{
    accountId: string;
    signInId: string;
}>;
