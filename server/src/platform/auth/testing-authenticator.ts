import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

// Just enough CBOR (RFC 8949) for one key and one attestation: small integers, short texts, byte strings, maps.
const head = (major: number, length: number) => {
  if (length < 24) return Buffer.from([(major << 5) | length])
  return length < 256 ? Buffer.from([(major << 5) | 24, length]) : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}
const int = (value: number) => (value >= 0 ? head(0, value) : head(1, -1 - value))
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

const PRESENT_AND_VERIFIED = 0x05
const HOLDS_KEY = 0x40

const uint32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}

type Deviation = { readonly origin?: string; readonly counter?: number; readonly isUnverified?: boolean }

/** A passkey in software (ES256, attestation "none"), so that tests run through the real verification. */
export const softAuthenticator = (origin: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coordinate = (value: string) => bytes(Buffer.from(value, 'base64url'))
  const key = map([int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), coordinate(x)], [int(-3), coordinate(y)])
  let counter = 0

  const dataFor = (flags: number, { counter: given }: Deviation) => {
    counter = given ?? counter + 1
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), uint32(counter)])
  }
  const clientData = (type: string, challenge: string, deviation: Deviation) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: deviation.origin ?? origin, crossOrigin: false }))
  const credential = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }

  return {
    /** What a browser gives for a new passkey. */
    create: ({ challenge }: { challenge: string }, deviation: Deviation = {}) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const authData = Buffer.concat([dataFor(PRESENT_AND_VERIFIED | HOLDS_KEY, deviation), attested])
      const attestation = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(authData)])
      const clientDataJSON = clientData('webauthn.create', challenge, deviation).toString('base64url')
      return {
        ...credential,
        response: { clientDataJSON, attestationObject: attestation.toString('base64url'), transports: ['internal'] },
      }
    },
    /** What a browser gives when the passkey is used. */
    use: ({ challenge }: { challenge: string }, deviation: Deviation = {}) => {
      const authData = dataFor(deviation.isUnverified ? 0x01 : PRESENT_AND_VERIFIED, deviation)
      const client = clientData('webauthn.get', challenge, deviation)
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)
      return {
        ...credential,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}
