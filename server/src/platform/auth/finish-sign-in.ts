import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, type Tx } from '../context.ts'
import { countTry, forgetTries } from '../rate-limit.ts'
import { showsNobody } from '../shown.ts'
import { closeChallenge, lookAtChallenge } from './challenge.ts'
import { hashesOfCode, useRecoveryCode } from './recovery.ts'
import { refuse } from './refuse.ts'
import { beginSignIn } from './sign-in.ts'
import { accountById, useTotpStep } from './store.ts'
import { stepOf } from './totp.ts'

type SecondHalf = { readonly ticket: string } & ({ readonly code: string } | { readonly recoveryCode: string })

const halfway = async (ctx: Ctx, tx: Tx, ticket: string) => {
  const challenge = await lookAtChallenge(ctx, tx, 'second factor', ticket)
  const account = challenge?.accountId ? await accountById(tx, challenge.accountId) : undefined
  return challenge && account ? { challenge, account } : null
}

type Account = NonNullable<Awaited<ReturnType<typeof halfway>>>['account']

/** Whether this code of the person's app is right now and was not used before; it is used from now on. */
export const useAppCode = async (ctx: Ctx, tx: Tx, account: Account, code: string): Promise<boolean> => {
  if (account.totpConfirmedAt === null || account.totpSealed === null) return false
  const step = stepOf(ctx, { accountId: account.id, sealed: account.totpSealed }, code)
  return step !== null && useTotpStep(tx, account.id, step)
}

/** The second half of a sign-in by password: a code of the app, or one recovery code. A wrong code may be tried again, a few times. */
export async function finishSignIn(ctx: Ctx, sent: SecondHalf) {
  const found =
    (await inClinic(ctx, 'find-account', async (tx) => showsNobody(await halfway(ctx, tx, sent.ticket)))) ??
    (await refuse(ctx, 'sign-in', 'sign-in-failed'))
  const tried = { email: found.account.email, accountId: found.account.id }
  await countTry(ctx, tried)
  const hashes = 'recoveryCode' in sent ? await hashesOfCode(ctx, found.account.id, sent.recoveryCode) : []
  const begun = await inOneStep(ctx, 'sign-in', async (tx) => {
    const half = await halfway(ctx, tx, sent.ticket)
    if (!half) throw new Problem('sign-in-failed')
    const { account, challenge } = half
    const accountId = account.id
    const isRight =
      'code' in sent ? await useAppCode(ctx, tx, account, sent.code) : await useRecoveryCode(ctx, tx, accountId, hashes)
    if (!isRight) throw new Problem('sign-in-failed', { accountId })

    await closeChallenge(ctx, tx, challenge.id)
    const method = 'code' in sent ? 'password' : 'recovery'
    return { signInId: await beginSignIn(ctx, tx, accountId, method), accountId }
  })
  await forgetTries(ctx, tried)
  return begun
}
