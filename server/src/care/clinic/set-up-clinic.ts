import { Problem } from '@dripline/clinical'
import { createAccount } from '../../platform/auth/account.ts'
import { hashPassword } from '../../platform/auth/password.ts'
import { beginSignIn } from '../../platform/auth/sign-in.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { sha256 } from '../../platform/keys.ts'
import type { SetUpForm } from './set-up-form.ts'
import { insertStaff, lockSetUp, setClinic } from './store.ts'

/** Opens the clinic with its first owner, once, for whoever holds the code that was printed in the terminal. */
export async function setUpClinic(ctx: Ctx, { owner, code, ...clinic }: SetUpForm) {
  const { password, title, ...account } = owner
  const passwordHash = await hashOf(password, account)
  return inOneStep(ctx, 'set-up-clinic', async (tx) => {
    const { setUpAt, setUpCodeHash } = await lockSetUp(tx)
    if (setUpAt) throw new Problem('already-set-up')
    if (setUpCodeHash === null || sha256(asPrinted(code)) !== setUpCodeHash) throw new Problem('code-wrong')

    await setClinic(tx, { ...clinic, setUpAt: ctx.now() })
    const accountId = ctx.newId()
    await createAccount(ctx, tx, { id: accountId, ...account, roles: ['owner'], passwordHash })
    await insertStaff(tx, { id: accountId, title, takesCalls: false, createdAt: ctx.now() })
    const signInId = await beginSignIn(ctx, tx, accountId, 'set-up')
    return { accountId, signInId }
  })
}

const asPrinted = (code: string) => {
  const letters = code.toUpperCase().replace(/[^A-Z\d]/g, '')
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-')
}

// The password's own faults stand under the name its field has on this page.
const hashOf = async (password: string, person: { name: string; email: string }) => {
  try {
    return await hashPassword(password, person)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(
      error.code,
      {},
      error.faults.map((fault) => ({ ...fault, field: `owner.${fault.field}` })),
    )
  }
}
