import type { Tx } from '../database.ts'

type NewPasskey = {
  id: string
  accountId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  label: string
  createdAt: Date
}

/** Whether the passkey was kept; false when this credential is already known here. */
export const insertPasskey = async ({ db, clinicId }: Tx, passkey: NewPasskey): Promise<boolean> => {
  const kept = await db
    .insertInto('passkey')
    .values({ clinicId, ...passkey })
    .onConflict((conflict) => conflict.columns(['clinicId', 'credentialId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** A passkey by its credential, of an open account, or nothing. */
export const passkeyByCredential = ({ db, clinicId }: Tx, credentialId: string) =>
  db
    .selectFrom('passkey')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'passkey.clinicId').onRef('account.id', '=', 'passkey.accountId'),
    )
    .where('passkey.clinicId', '=', clinicId)
    .where('credentialId', '=', credentialId)
    .where('removedAt', 'is', null)
    .where('account.closedAt', 'is', null)
    .select(['passkey.id', 'accountId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .executeTakeFirst()

export type PasskeyRow = NonNullable<Awaited<ReturnType<typeof passkeyByCredential>>>

/** The passkeys an account can use, oldest first. */
export const passkeysOf = ({ db, clinicId }: Tx, accountId: string) =>
  db
    .selectFrom('passkey')
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .select(['id', 'label', 'credentialId', 'transports', 'createdAt', 'lastUsedAt'])
    .execute()

/** Keeps a passkey's new counter; false when another answer of this passkey came in between. */
export const countPasskey = async ({ db, clinicId }: Tx, passkey: PasskeyRow, counter: number, at: Date): Promise<boolean> => {
  const counted = await db
    .updateTable('passkey')
    .set({ counter, lastUsedAt: at })
    .where('clinicId', '=', clinicId)
    .where('id', '=', passkey.id)
    .where('counter', '=', passkey.counter)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return counted !== undefined
}

/** Whether an account's own passkey was there and is now removed. */
export const removePasskeyRow = async ({ db, clinicId }: Tx, accountId: string, id: string, at: Date): Promise<boolean> => {
  const removed = await db
    .updateTable('passkey')
    .set({ removedAt: at })
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}

/** Takes all of somebody's passkeys away. */
export const removePasskeys = ({ db, clinicId }: Tx, accountId: string, at: Date) =>
  db
    .updateTable('passkey')
    .set({ removedAt: at })
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('removedAt', 'is', null)
    .execute()
