import { sql } from 'kysely'
import type { Tx } from '../database.ts'

type Account = { id: string; email: string; name: string; roles: string[]; passwordHash?: string; createdAt: Date }

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

const columns = ['id', 'email', 'name', 'roles', 'passwordHash', 'totpSealed', 'totpConfirmedAt', 'totpLastStep'] as const

/** An open account by its address, or nothing. */
export const accountByEmail = (tx: Tx, email: string) =>
  accounts(tx).where('email', '=', email).select(columns).executeTakeFirst()

/** An open account by its id, or nothing. */
export const accountById = (tx: Tx, id: string) => accounts(tx).where('id', '=', id).select(columns).executeTakeFirst()

/** The owners who can still sign in, locked against each other's closing. */
export const openOwners = (tx: Tx) =>
  accounts(tx).where(sql<boolean>`'owner' = any(roles)`).orderBy('id').select('id').forUpdate().execute()

/** Whether an open account was closed; its address is free for a new account from then on. */
export const closeAccountRow = async ({ db, clinicId }: Tx, id: string, closedAt: Date): Promise<boolean> => {
  const closed = await db
    .updateTable('account')
    .set({ closedAt, email: sql<string>`email || ' closed ' || id` })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}

type NewSignIn = { id: string; accountId: string; method: string; isBare: boolean; tokenHash: string; at: Date }

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
    .select(['signIn.id', 'accountId', 'name', 'roles', 'tokenHash', 'issue', 'issuedAt', 'lastSeenAt', 'revokedAt', 'closedAt'])
    .select(['signIn.createdAt', 'method', 'touchedAt', 'lockedAt', 'isBare'])
    .executeTakeFirst()

/** What decides whether these sign-ins still stand. */
export const signInsById = ({ db, clinicId }: Tx, ids: readonly string[]) =>
  db
    .selectFrom('signIn')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'signIn.clinicId').onRef('account.id', '=', 'signIn.accountId'),
    )
    .where('signIn.clinicId', '=', clinicId)
    .where('signIn.id', 'in', [...ids])
    .select(['signIn.id', 'lastSeenAt', 'revokedAt', 'closedAt', 'signIn.createdAt', 'touchedAt', 'lockedAt'])
    .execute()

export type SignInRow = NonNullable<Awaited<ReturnType<typeof findSignIn>>>

export const touchSignIn = ({ db, clinicId }: Tx, id: string, lastSeenAt: Date) =>
  db.updateTable('signIn').set({ lastSeenAt }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

const signIn = ({ db, clinicId }: Tx, id: string) =>
  db.updateTable('signIn').where('clinicId', '=', clinicId).where('id', '=', id)

/** Keeps when the screen of a sign-in was last touched, at a chair; a locked one is touched for nothing. */
export const touchChair = (tx: Tx, id: string, touchedAt: Date) =>
  signIn(tx, id).set({ touchedAt }).where('lockedAt', 'is', null).execute()

export const lockSignIn = (tx: Tx, id: string, lockedAt: Date) =>
  signIn(tx, id).set({ lockedAt }).where('lockedAt', 'is', null).execute()

/** Opens a locked sign-in: it is as if somebody had touched it now. */
export const openSignIn = (tx: Tx, id: string, touchedAt: Date) => signIn(tx, id).set({ lockedAt: null, touchedAt }).execute()

/** Opens records to a sign-in that was begun by password alone. */
export const dressSignIn = (tx: Tx, id: string) => signIn(tx, id).set({ isBare: false }).execute()

/** Ends the other sign-ins of an account that were begun by password alone. */
export const endBareSignIns = (tx: Tx, accountId: string, at: Date, but: string) =>
  openSignIns(tx, accountId, at).where('isBare', '=', true).where('id', '!=', but).execute()

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

/** What a clinic calls itself. */
export const clinicName = async ({ db, clinicId }: Tx): Promise<string> =>
  (await db.selectFrom('clinic').where('id', '=', clinicId).select('name').executeTakeFirstOrThrow()).name

const change = ({ db, clinicId }: Tx, id: string) =>
  db.updateTable('account').where('clinicId', '=', clinicId).where('id', '=', id)

export const setPasswordHash = (tx: Tx, id: string, passwordHash: string) => change(tx, id).set({ passwordHash }).execute()

/** Keeps an app's sealed secret, confirmed by the code of a first half minute; null takes the app away. */
export const setTotp = (tx: Tx, id: string, app: { sealed: string; at: Date; step: number } | null) =>
  change(tx, id)
    .set({ totpSealed: app?.sealed ?? null, totpConfirmedAt: app?.at ?? null, totpLastStep: app?.step ?? null })
    .execute()

/** Whether this half minute of the app was not used before; it is used from now on, and so is every earlier one. */
export const useTotpStep = async (tx: Tx, id: string, step: number): Promise<boolean> => {
  const used = await change(tx, id)
    .set({ totpLastStep: step })
    .where(({ or, eb }) => or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', String(step))]))
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** The sign-ins of an account that are neither ended nor past their limits, newest first. */
export const signInsOf = ({ db, clinicId }: Tx, accountId: string, seenAfter: Date, begunAfter: Date) =>
  db
    .selectFrom('signIn')
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('lastSeenAt', '>=', seenAfter)
    .where('createdAt', '>=', begunAfter)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .select(['id', 'method', 'createdAt', 'lastSeenAt'])
    .execute()

/** Everybody with an open account, with their title where they are staff, in the order they came. */
export const everybody = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('account')
    .leftJoin('staff', (join) => join.onRef('staff.clinicId', '=', 'account.clinicId').onRef('staff.id', '=', 'account.id'))
    .where('account.clinicId', '=', clinicId)
    .where('closedAt', 'is', null)
    .orderBy('account.createdAt')
    .orderBy('account.id')
    .select(['account.id', 'name', 'roles', 'title'])
    .execute()
