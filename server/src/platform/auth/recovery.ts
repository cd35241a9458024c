import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { type Ctx, inClinic, type Tx } from '../context.ts'
import { sha256 } from '../keys.ts'
import { oneTimeCode } from '../new-clinic.ts'
import { showsNobody } from '../shown.ts'
import { COST } from './password.ts'
import {
  insertRecoveryCodes,
  retireRecoveryCodes,
  unusedRecoveryCodes,
  unusedRecoveryHashes,
  useRecoveryCodeRow,
} from './recovery-store.ts'

const HOW_MANY = 10
const SALT_BYTES = 16

const bare = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
// The account is part of what is hashed, so that equal codes of two people are not equal in the table.
const slowly = (accountId: string, code: string, salt: Uint8Array) => hash(`${accountId} ${bare(code)}`, { ...COST, salt })
/** How codes were hashed before: those that were given out then still open, once. */
const asBefore = (accountId: string, code: string) => sha256(`${accountId} ${bare(code)}`)

/** The salt inside an argon2 hash; ten codes that were made together share theirs, so that one hash is enough to look for a code. */
const saltIn = (codeHash: string): string | undefined => /^\$argon2id\$.*\$([^$]+)\$[^$]+$/.exec(codeHash)?.[1]

export type DrawnCode = { readonly code: string; readonly codeHash: string }

/** Ten codes and their slow hashes, for `newRecoveryCodes`. Never call it inside a step: it takes its time. */
export const drawRecoveryCodes = async (accountId: string): Promise<DrawnCode[]> => {
  const salt = randomBytes(SALT_BYTES)
  const codes = Array.from({ length: HOW_MANY }, () => oneTimeCode(randomBytes))
  return Promise.all(codes.map(async (code) => ({ code, codeHash: await slowly(accountId, code, salt) })))
}

/** Keeps ten drawn codes in this step in place of all before; they can be shown this once only. */
export const newRecoveryCodes = async (ctx: Ctx, tx: Tx, accountId: string, drawn: readonly DrawnCode[]): Promise<string[]> => {
  await retireRecoveryCodes(tx, accountId, ctx.now())
  await insertRecoveryCodes(
    tx,
    drawn.map(({ codeHash }) => ({ id: ctx.newId(), accountId, codeHash, createdAt: ctx.now() })),
  )
  return drawn.map(({ code }) => code)
}

/** Recovery codes for somebody who has none left, otherwise nothing. */
export const firstRecoveryCodes = async (ctx: Ctx, tx: Tx, accountId: string, drawn: readonly DrawnCode[]): Promise<string[]> =>
  (await unusedRecoveryCodes(tx, accountId)) === 0 ? newRecoveryCodes(ctx, tx, accountId, drawn) : []

/** Every hash under which this code could be kept, for `useRecoveryCode`. Never call it inside a step: it takes its time. */
export async function hashesOfCode(ctx: Ctx, accountId: string, code: string): Promise<string[]> {
  const kept = await inClinic(ctx, 'find-account', async (tx) => showsNobody(await unusedRecoveryHashes(tx, accountId)))
  const salts = [...new Set(kept.flatMap((each) => saltIn(each) ?? []))]
  const slow = await Promise.all(salts.map((salt) => slowly(accountId, code, Buffer.from(salt, 'base64'))))
  return [...slow, asBefore(accountId, code)]
}

/** Whether this was one of the person's unused codes; it is used from now on. */
export const useRecoveryCode = (ctx: Ctx, tx: Tx, accountId: string, hashes: readonly string[]): Promise<boolean> =>
  useRecoveryCodeRow(tx, accountId, hashes, ctx.now())
