import { createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'

export type Purpose = 'form' | 'link' | 'sign-in' | 'totp' | 'proof' | 'anchor' | 'csrf' | 'device'

export type Keys = {
  /** 32 bytes for one purpose. */
  readonly of: (purpose: Purpose) => Buffer
  /** An unguessable token that can be made again: the HMAC of what it stands for. */
  readonly token: (purpose: Purpose, ...about: (string | number)[]) => string
  /** Whether a token stands for this: made now, or with a key of before. */
  readonly made: (token: string, purpose: Purpose, ...about: (string | number)[]) => boolean
  /** Keys of before, newest first: they open what was made with them, and make nothing new. */
  readonly before: readonly Keys[]
  /** Ed25519 key pair that signs the heads of the audit chain. */
  readonly anchor: { privateKey: KeyObject; publicKey: KeyObject }
}

export const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** One key per purpose, by HKDF from the one secret (32 bytes, base64); secrets of before, newest first, still open what they made. */
export const keysFrom = (secret: string, older: readonly string[] = []): Keys => {
  const root = Buffer.from(secret, 'base64')
  const derived = new Map<Purpose, Buffer>()
  const of = (purpose: Purpose) => {
    const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, 'dripline', purpose, 32))
    derived.set(purpose, key)
    return key
  }
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, of('anchor')]), format: 'der', type: 'pkcs8' })
  const token: Keys['token'] = (purpose, ...about) =>
    createHmac('sha256', of(purpose)).update(JSON.stringify(about)).digest('base64url')
  const before = older.map((each) => keysFrom(each))
  return {
    of,
    token,
    made: (given, purpose, ...about) => [{ token }, ...before].some((keys) => keys.token(purpose, ...about) === given),
    before,
    anchor: { privateKey, publicKey: createPublicKey(privateKey) },
  }
}
