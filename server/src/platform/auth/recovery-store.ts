import type { Tx } from '../database.ts'

type NewCode = { id: string; accountId: string; codeHash: string; createdAt: Date }

export const insertRecoveryCodes = ({ db, clinicId }: Tx, codes: readonly NewCode[]) =>
  db
    .insertInto('recoveryCode')
    .values(codes.map((code) => ({ clinicId, ...code })))
    .execute()

const spend = ({ db, clinicId }: Tx, accountId: string, usedAt: Date) =>
  db
    .updateTable('recoveryCode')
    .set({ usedAt })
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .returning('id')

export const retireRecoveryCodes = (tx: Tx, accountId: string, at: Date) => spend(tx, accountId, at).execute()

/** Whether an unused code was there and is now used. */
export const useRecoveryCodeRow = async (tx: Tx, accountId: string, hashes: readonly string[], at: Date): Promise<boolean> =>
  (await spend(tx, accountId, at).where('codeHash', 'in', hashes).executeTakeFirst()) !== undefined

/** The hashes of the codes that are left. */
export const unusedRecoveryHashes = async ({ db, clinicId }: Tx, accountId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('recoveryCode')
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .select('codeHash')
    .execute()
  return rows.map(({ codeHash }) => codeHash)
}

/** How many codes are left. */
export const unusedRecoveryCodes = async ({ db, clinicId }: Tx, accountId: string): Promise<number> => {
  const { left } = await db
    .selectFrom('recoveryCode')
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .executeTakeFirstOrThrow()
  return Number(left)
}
