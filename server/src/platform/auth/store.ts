import type { Tx } from '../database.ts'

type Account = { id: string; email: string; name: string; role: string; passwordHash?: string; createdAt: Date }

/** Whether the account was made; false when its address is taken. */
export const insertAccount = async ({ db, clinicId }: Tx, account: Account): Promise<boolean> => {
  const made = await db
    .insertInto('account')
    .values({ clinicId, ...account })
    .onConflict((conflict) => conflict.columns(['clinicId', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

const accounts = ({ db, clinicId }: Tx) => db.selectFrom('account').where('clinicId', '=', clinicId).where('closedAt', 'is', null)

const columns = ['id', 'email', 'name', 'role', 'passwordHash', 'totpSealed', 'totpConfirmedAt', 'totpLastStep'] as const

/** An open account by its address, or nothing. */
export const accountByEmail = (tx: Tx, email: string) =>
  accounts(tx).where('email', '=', email).select(columns).executeTakeFirst()

/** An open account by its id, or nothing. */
export const accountById = (tx: Tx, id: string) => accounts(tx).where('id', '=', id).select(columns).executeTakeFirst()

/** The owners who can still sign in, locked against each other's closing. */
export const openOwners = (tx: Tx) => accounts(tx).where('role', '=', 'owner').orderBy('id').select('id').forUpdate().execute()

/** Whether an open account was closed. */
export const closeAccountRow = async ({ db, clinicId }: Tx, id: string, closedAt: Date): Promise<boolean> => {
  const closed = await db
    .updateTable('account')
    .set({ closedAt })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

type NewSignIn = { id: string; accountId: string; method: string; tokenHash: string; at: Date }

export const insertSignIn = ({ db, clinicId }: Tx, { at, ...signIn }: NewSignIn) =>
  db
    .insertInto('signIn')
    .values({ clinicId, ...signIn, createdAt: at, issuedAt: at, lastSeenAt: at })
    .execute()

/** A sign-in with its account, whatever its state. */
export const findSignIn = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('signIn')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'signIn.clinicId').onRef('account.id', '=', 'signIn.accountId'),
    )
    .where('signIn.clinicId', '=', clinicId)
    .where('signIn.id', '=', id)
    .select(['signIn.id', 'accountId', 'name', 'role', 'tokenHash', 'issue', 'issuedAt', 'lastSeenAt', 'revokedAt', 'closedAt'])
    .select('signIn.createdAt')
    .executeTakeFirst()

export type SignInRow = NonNullable<Awaited<ReturnType<typeof findSignIn>>>

export const touchSignIn = ({ db, clinicId }: Tx, id: string, lastSeenAt: Date) =>
  db.updateTable('signIn').set({ lastSeenAt }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

/** Gives a sign-in its next token; of two requests at once the second changes nothing. */
export const rotateSignIn = ({ db, clinicId }: Tx, { id, issue }: SignInRow, tokenHash: string, at: Date) =>
  db
    .updateTable('signIn')
    .set({ tokenHash, issue: issue + 1, issuedAt: at, lastSeenAt: at })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .where('issue', '=', issue)
    .execute()

const openSignIns = ({ db, clinicId }: Tx, accountId: string, at: Date) =>
  db
    .updateTable('signIn')
    .set({ revokedAt: at })
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .returning('id')

/** Ends every sign-in of an account, but for one when it is named. */
export const signOutEverywhere = (tx: Tx, accountId: string, at: Date, but?: string) =>
  but === undefined ? openSignIns(tx, accountId, at).execute() : openSignIns(tx, accountId, at).where('id', '!=', but).execute()

/** Whether an account's own sign-in was still open and is now ended. */
export const signOutOne = async (tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> =>
  (await openSignIns(tx, accountId, at).where('id', '=', id).executeTakeFirst()) !== undefined
