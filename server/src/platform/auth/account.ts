import { Problem } from '@dripline/clinical'
import type { Role } from '../actor.ts'
import { type Ctx, staffOf, type Tx } from '../context.ts'
import { closeAccountRow, insertAccount, openOwners, signOutEverywhere } from './store.ts'

type NewAccount = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly passwordHash?: string
}

/** An address as we keep and compare it. */
export const emailOf = (text: string) => text.trim().toLowerCase()

/** Makes an account in this step; an address that is already in use here is refused by its field. */
export const createAccount = async (ctx: Ctx, tx: Tx, { email, ...account }: NewAccount): Promise<void> => {
  const made = await insertAccount(tx, { ...account, roles: [...account.roles], email: emailOf(email), createdAt: ctx.now() })
  if (!made) throw new Problem('not-valid', {}, [{ field: 'email', code: 'address-no-one-here-uses-yet', value: email }])
}

/** Closes an account in this step: its sign-ins end at once. Nobody closes themselves, and one owner always stays. */
export const closeAccount = async (ctx: Ctx, tx: Tx, accountId: string): Promise<void> => {
  if (staffOf(ctx).id === accountId) throw new Problem('not-allowed', { accountId })
  const owners = await openOwners(tx)
  if (owners.length === 1 && owners[0]?.id === accountId) throw new Problem('wrong-state', { accountId })
  if (!(await closeAccountRow(tx, accountId, ctx.now()))) throw new Problem('not-found', { accountId })
  await signOutEverywhere(tx, accountId, ctx.now())
}
