import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, staffOf } from '../context.ts'
import { countTry } from '../rate-limit.ts'
import { showsNobody } from '../shown.ts'
import { closeChallenge, lookAtChallenge, openChallenge } from './challenge.ts'
import { demandFresh } from './fresh.ts'
import { drawRecoveryCodes, firstRecoveryCodes } from './recovery.ts'
import { demandSecondFactor, openRecords } from './second-factor.ts'
import { accountById, clinicName, setTotp } from './store.ts'
import { sealNewSecret, showSecret, stepOf } from './totp.ts'

/** Begins an app of codes for the person signed in: its key, and a ticket to confirm it with; an app in use stays until then. */
export async function offerApp(ctx: Ctx) {
  const { id } = staffOf(ctx)
  const { account, clinic } = await inClinic(ctx, 'own-account', async (tx) => {
    await demandFresh(ctx, tx)
    return showsNobody({ account: await accountById(tx, id), clinic: await clinicName(tx) })
  })
  if (!account) throw new Problem('not-signed-in')
  const sealed = sealNewSecret(ctx, id)
  const ticket = await openChallenge(ctx, { purpose: 'totp', accountId: id, bound: sealed })
  return { ticket, ...showSecret(ctx, { accountId: id, sealed }, clinic, account.email) }
}

/** Confirms the app by its first code; with somebody's first second way in come their recovery codes, shown this once. */
export async function confirmApp(ctx: Ctx, { ticket, code }: { ticket: string; code: string }) {
  const { id: accountId } = staffOf(ctx)
  await countTry(ctx, { email: `app of ${accountId}` })
  const drawn = await drawRecoveryCodes(accountId)
  return inOneStep(ctx, 'confirm-app', async (tx) => {
    await demandFresh(ctx, tx)
    const challenge = await lookAtChallenge(ctx, tx, 'totp', ticket)
    if (!challenge?.bound || challenge.accountId !== accountId) throw new Problem('sign-in-failed', { accountId })
    const step = stepOf(ctx, { accountId, sealed: challenge.bound }, code)
    if (step === null) throw new Problem('not-valid', { accountId }, [{ field: 'code', code: 'six-figures-app-shows-now' }])

    await setTotp(tx, accountId, { sealed: challenge.bound, at: ctx.now(), step })
    await closeChallenge(ctx, tx, challenge.id)
    await openRecords(ctx, tx)
    return { accountId, recoveryCodes: await firstRecoveryCodes(ctx, tx, accountId, drawn) }
  })
}

/** Takes the app of the person signed in away, unless nothing but a password would be left. */
export function removeApp(ctx: Ctx) {
  return inOneStep(ctx, 'remove-app', async (tx) => {
    await demandFresh(ctx, tx)
    const { id: accountId } = staffOf(ctx)
    await setTotp(tx, accountId, null)
    await demandSecondFactor(tx, accountId)
    return { accountId }
  })
}
