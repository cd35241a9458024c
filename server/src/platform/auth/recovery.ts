import { randomBytes } from 'node:crypto'
import type { Ctx, Tx } from '../context.ts'
import { sha256 } from '../keys.ts'
import { oneTimeCode } from '../new-clinic.ts'
import { insertRecoveryCodes, retireRecoveryCodes, unusedRecoveryCodes, useRecoveryCodeRow } from './recovery-store.ts'

const HOW_MANY = 10

// The account is part of what is hashed, so that equal codes of two people are not equal in the table.
const hashOf = (accountId: string, code: string) => sha256(`${accountId} ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`)

/** Makes ten recovery codes in this step in place of all before; they can be shown this once only. */
export const newRecoveryCodes = async (ctx: Ctx, tx: Tx, accountId: string): Promise<string[]> => {
  await retireRecoveryCodes(tx, accountId, ctx.now())
  const codes = Array.from({ length: HOW_MANY }, () => oneTimeCode(randomBytes))
  await insertRecoveryCodes(
    tx,
    codes.map((code) => ({ id: ctx.newId(), accountId, codeHash: hashOf(accountId, code), createdAt: ctx.now() })),
  )
  return codes
}

/** Recovery codes for somebody who has none left, otherwise nothing. */
export const firstRecoveryCodes = async (ctx: Ctx, tx: Tx, accountId: string): Promise<string[]> =>
  (await unusedRecoveryCodes(tx, accountId)) === 0 ? newRecoveryCodes(ctx, tx, accountId) : []

/** Whether this was one of the person's unused codes; it is used from now on. */
export const useRecoveryCode = (ctx: Ctx, tx: Tx, accountId: string, code: string): Promise<boolean> =>
  useRecoveryCodeRow(tx, accountId, hashOf(accountId, code), ctx.now())
