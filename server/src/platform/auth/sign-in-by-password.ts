import { type Ctx, inClinic, inOneStep } from '../context.ts'
import { countTry, forgetTries } from '../rate-limit.ts'
import { showsNobody } from '../shown.ts'
import { emailOf } from './account.ts'
import { openChallenge } from './challenge.ts'
import { passkeysOf } from './passkey-store.ts'
import { isPassword } from './password.ts'
import { refuse } from './refuse.ts'
import { beginSignIn } from './sign-in.ts'
import { accountByEmail } from './store.ts'

type Sent = { readonly email: string; readonly password: string }
type Halfway = { readonly next: 'code'; readonly ticket: string; readonly hasApp: boolean }
type Done = { readonly next: 'done'; readonly signInId: string }

const find = (ctx: Ctx, email: string) =>
  inClinic(ctx, 'find-account', async (tx) => {
    const account = await accountByEmail(tx, email)
    return showsNobody(account ? { ...account, hasPasskey: (await passkeysOf(tx, account.id)).length > 0 } : null)
  })

/**
 * The first half of a sign-in by password: with a ticket for the second half once somebody has an app or a passkey.
 * Whatever is wrong, the answer and the time it takes are the same.
 */
export async function signInByPassword(ctx: Ctx, sent: Sent): Promise<Halfway | Done> {
  const email = emailOf(sent.email)
  const account = await find(ctx, email)
  const tried = { email, accountId: account?.id }
  await countTry(ctx, tried)
  const isRight = await isPassword(account?.passwordHash, sent.password)
  if (!account || !isRight) return refuse(ctx, 'sign-in', 'sign-in-failed')

  const hasApp = account.totpConfirmedAt !== null
  if (hasApp || account.hasPasskey)
    return { next: 'code', ticket: await openChallenge(ctx, { purpose: 'second factor', accountId: account.id }), hasApp }
  await forgetTries(ctx, tried)
  const begun = await inOneStep(ctx, 'sign-in', async (tx) => ({
    signInId: await beginSignIn(ctx, tx, account.id, 'password'),
    accountId: account.id,
  }))
  return { next: 'done', signInId: begun.signInId }
}
