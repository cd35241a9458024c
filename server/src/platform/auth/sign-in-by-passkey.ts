import { Problem } from '@dripline/clinical'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { type Ctx, inOneStep } from '../context.ts'
import { openChallenge } from './challenge.ts'
import { askForPasskey, usedPasskey } from './passkey.ts'
import { countPasskey } from './passkey-store.ts'
import { refuse } from './refuse.ts'
import { beginSignIn } from './sign-in.ts'

/** Options for signing in with any passkey of this clinic; they name nobody. */
export async function offerPasskeySignIn(ctx: Ctx) {
  return askForPasskey(ctx, await openChallenge(ctx, { purpose: 'sign-in' }))
}

/** Signs in whoever holds the passkey that answered. */
export async function signInByPasskey(ctx: Ctx, response: AuthenticationResponseJSON) {
  const used = (await usedPasskey(ctx, 'sign-in', response)) ?? (await refuse(ctx, 'sign-in', 'sign-in-failed'))
  return inOneStep(ctx, 'sign-in', async (tx) => {
    const { accountId } = used.passkey
    if (!(await countPasskey(tx, used.passkey, used.counter, ctx.now()))) throw new Problem('sign-in-failed', { accountId })
    return { signInId: await beginSignIn(ctx, tx, accountId, 'passkey'), accountId }
  })
}
