import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { type Ctx, groundOf } from '../context.ts'
import type { Keys } from '../keys.ts'

const SECRET_BYTES = 20
const PERIOD = 30
const IV = 12
const TAG = 16

const aadOf = (ctx: Ctx, accountId: string) => Buffer.from(`${ctx.clinicId} ${accountId}`)

/** A new secret for an app of codes, sealed with AES-256-GCM for this account alone. */
export function sealNewSecret(ctx: Ctx, accountId: string): string {
  return seal(ctx, accountId, randomBytes(SECRET_BYTES))
}

const seal = (ctx: Ctx, accountId: string, secret: Uint8Array): string => {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', groundOf(ctx).keys.of('totp'), iv).setAAD(aadOf(ctx, accountId))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

const openWith = (keys: Keys, aad: Buffer, bytes: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', keys.of('totp'), bytes.subarray(0, IV), { authTagLength: TAG })
  decipher.setAAD(aad).setAuthTag(bytes.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()])
}

/** What was sealed, and whether with a key of before; throws when none of our keys opens it. */
const openBytes = (ctx: Ctx, accountId: string, sealed: string): { secret: Buffer; isOld: boolean } => {
  const { keys } = groundOf(ctx)
  const bytes = Buffer.from(sealed, 'base64url')
  const aad = aadOf(ctx, accountId)
  for (const each of [keys, ...keys.before].slice(0, -1)) {
    try {
      return { secret: openWith(each, aad, bytes), isOld: each !== keys }
    } catch {
      // Sealed with another one of our keys.
    }
  }
  return { secret: openWith(keys.before.at(-1) ?? keys, aad, bytes), isOld: keys.before.length > 0 }
}

/** A secret that a key of before has sealed, sealed with today's; null when it is so already, or when none of our keys opens it. */
export function resealed(ctx: Ctx, accountId: string, sealed: string): string | null {
  try {
    const { secret, isOld } = openBytes(ctx, accountId, sealed)
    return isOld ? seal(ctx, accountId, secret) : null
  } catch {
    // Its key was lost before: its person has other ways in, and nobody else is kept waiting for it.
    return null
  }
}

const openSecret = (ctx: Ctx, accountId: string, sealed: string): Secret =>
  new Secret({ buffer: new Uint8Array(openBytes(ctx, accountId, sealed).secret).buffer })

type Sealed = { readonly accountId: string; readonly sealed: string }

/** The secret as an app takes it: an otpauth address, and the same key in base32 for typing. */
export function showSecret(ctx: Ctx, { accountId, sealed }: Sealed, issuer: string, label: string) {
  const totp = new TOTP({ issuer, label, secret: openSecret(ctx, accountId, sealed), digits: 6, period: PERIOD })
  return { uri: totp.toString(), key: totp.secret.base32 }
}

/** The number of the half minute a code belongs to, one before and one after allowed, or null when it is no code of this secret now. */
export function stepOf(ctx: Ctx, { accountId, sealed }: Sealed, code: string): number | null {
  const totp = new TOTP({ secret: openSecret(ctx, accountId, sealed), digits: 6, period: PERIOD })
  const timestamp = ctx.now().getTime()
  const delta = totp.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}
