import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, staffOf } from '../context.ts'
import { countTry, forgetTries } from '../rate-limit.ts'
import { showsNobody } from '../shown.ts'
import { demandFresh } from './fresh.ts'
import { hashPassword, isPassword } from './password.ts'
import { refuse } from './refuse.ts'
import { accountById, setPasswordHash, signOutEverywhere } from './store.ts'

type Change = { readonly current?: string | undefined; readonly password: string }

/** Changes the password of the person signed in, who gives the old one if there is one; all their other sign-ins end. */
export async function changePassword(ctx: Ctx, { current = '', password }: Change) {
  const { id: accountId, signInId } = staffOf(ctx)
  const account = await inClinic(ctx, 'own-account', async (tx) => showsNobody(await accountById(tx, accountId)))
  if (!account) throw new Problem('not-signed-in')
  const tried = { email: account.email, accountId }
  await countTry(ctx, tried)
  if (account.passwordHash !== null && !(await isPassword(account.passwordHash, current)))
    return refuse(ctx, 'change-password', 'sign-in-failed', { accountId })
  const passwordHash = await hashPassword(password, account)
  await forgetTries(ctx, tried)
  return inOneStep(ctx, 'change-password', async (tx) => {
    await demandFresh(ctx, tx)
    await setPasswordHash(tx, accountId, passwordHash)
    await signOutEverywhere(tx, accountId, ctx.now(), signInId)
    return { accountId }
  })
}
