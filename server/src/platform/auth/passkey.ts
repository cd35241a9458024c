import { asked } from '@dripline/clinical'
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { z } from 'zod'
import { type Ctx, inClinic } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { CEREMONY_MS, type Ceremony, takeChallenge } from './challenge.ts'
import { type PasskeyRow, passkeyByCredential } from './passkey-store.ts'

const text = z.string().max(8192)
const credential = { id: text, rawId: text, type: z.literal('public-key') }
const registration = z.looseObject({ ...credential, response: z.looseObject({ clientDataJSON: text, attestationObject: text }) })
const assertion = z.looseObject({
  ...credential,
  response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
})

/** What a browser sends after making a passkey. */
export const newPasskeyShape = z.custom<RegistrationResponseJSON>(
  (sent) => registration.safeParse(sent).success,
  asked('what-browser-gave-for-new-passkey'),
)
/** What a browser sends after using a passkey. */
export const passkeyShape = z.custom<AuthenticationResponseJSON>(
  (sent) => assertion.safeParse(sent).success,
  asked('what-browser-gave-for-passkey'),
)

/** A passkey belongs to the host name of this clinic, and answers only to its exact origin. */
export function relyingParty(ctx: Ctx) {
  return { expectedOrigin: ctx.origin, expectedRPID: new URL(ctx.origin).hostname }
}

export const bytesOf = (secret: string) => new Uint8Array(Buffer.from(secret, 'base64url'))
export const transportsOf = (transports: readonly string[]) => transports as AuthenticatorTransport[]

/** The challenge a browser says it answered, or null when what it sent cannot be read. */
export const challengeIn = ({ response }: AuthenticationResponseJSON | RegistrationResponseJSON): string | null => {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON)
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

type Mine = { credentialId: string; transports: string[] }

/** Options for using a passkey: any of this clinic's, or only the given ones. */
export function askForPasskey(ctx: Ctx, challenge: string, only: readonly Mine[] = []) {
  return generateAuthenticationOptions({
    rpID: relyingParty(ctx).expectedRPID,
    challenge: bytesOf(challenge),
    userVerification: 'required',
    timeout: CEREMONY_MS,
    allowCredentials: only.map(({ credentialId, transports }) => ({ id: credentialId, transports: transportsOf(transports) })),
  })
}

export type UsedPasskey = { passkey: PasskeyRow; counter: number; bound: string | null }

/** The passkey that truly answered this ceremony, or null: unknown, replayed, another origin, an older counter, another person's. */
export async function usedPasskey(
  ctx: Ctx,
  purpose: Ceremony,
  response: AuthenticationResponseJSON,
): Promise<UsedPasskey | null> {
  const secret = challengeIn(response)
  const challenge = secret === null ? undefined : await takeChallenge(ctx, purpose, secret)
  const passkey = await inClinic(ctx, 'find-passkey', async (tx) => showsNobody(await passkeyByCredential(tx, response.id)))
  if (secret === null || !challenge || !passkey) return null
  if (challenge.accountId !== null && challenge.accountId !== passkey.accountId) return null
  const counter = await verifiedCounter(ctx, secret, passkey, response)
  return counter === null ? null : { passkey, counter, bound: challenge.bound }
}

// The library throws on every mismatch; whatever it says is a no, since all of it comes from the sender.
const verifiedCounter = async (
  ctx: Ctx,
  expectedChallenge: string,
  passkey: PasskeyRow,
  response: AuthenticationResponseJSON,
) => {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      ...relyingParty(ctx),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
        transports: transportsOf(passkey.transports),
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
