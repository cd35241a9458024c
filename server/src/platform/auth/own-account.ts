import { Problem } from '@dripline/clinical'
import { type Ctx, groundOf, inClinic, inOneStep, staffOf } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { demandFresh } from './fresh.ts'
import { lifetimeOf } from './lifetime.ts'
import { passkeysOf, removePasskeyRow } from './passkey-store.ts'
import { hasPin } from './pin.ts'
import { drawRecoveryCodes, newRecoveryCodes } from './recovery.ts'
import { unusedRecoveryCodes } from './recovery-store.ts'
import { demandSecondFactor } from './second-factor.ts'
import { accountById, signInsOf } from './store.ts'

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** The ways in of the person signed in, and where they are signed in now. */
export async function ownAccount(ctx: Ctx) {
  const lifetime = await lifetimeOf(groundOf(ctx), ctx.clinicId)
  return inClinic(ctx, 'own-account', async (tx) => {
    const { id, signInId } = staffOf(ctx)
    const account = await accountById(tx, id)
    if (!account) throw new Problem('not-signed-in')
    const passkeys = await passkeysOf(tx, id)
    const now = ctx.now()
    const signIns = await signInsOf(tx, id, before(now, lifetime.idleMinutes), before(now, lifetime.overallHours * 60))
    return showsNobody({
      name: account.name,
      email: account.email,
      roles: account.roles,
      hasPassword: account.passwordHash !== null,
      hasApp: account.totpConfirmedAt !== null,
      hasPin: await hasPin(ctx, tx),
      recoveryCodesLeft: await unusedRecoveryCodes(tx, id),
      passkeys: passkeys.map(({ id: passkeyId, label, createdAt, lastUsedAt }) => ({
        id: passkeyId,
        label,
        createdAt,
        lastUsedAt,
      })),
      signIns: signIns.map((signIn) => ({ ...signIn, isThis: signIn.id === signInId })),
    })
  })
}

/** Takes a passkey of the person signed in away, unless nothing but a password would be left. */
export function removePasskey(ctx: Ctx, { passkeyId }: { passkeyId: string }) {
  return inOneStep(ctx, 'remove-passkey', async (tx) => {
    await demandFresh(ctx, tx)
    if (!(await removePasskeyRow(tx, staffOf(ctx).id, passkeyId, ctx.now()))) throw new Problem('not-found', { passkeyId })
    await demandSecondFactor(tx, staffOf(ctx).id)
    return { passkeyId }
  })
}

/** Ten new recovery codes for the person signed in, shown this once; the old ones open nothing any more. */
export async function renewRecoveryCodes(ctx: Ctx) {
  const { id: accountId } = staffOf(ctx)
  const drawn = await drawRecoveryCodes(accountId)
  return inOneStep(ctx, 'renew-recovery-codes', async (tx) => {
    await demandFresh(ctx, tx)
    return { accountId, recoveryCodes: await newRecoveryCodes(ctx, tx, accountId, drawn) }
  })
}
