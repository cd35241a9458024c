import { Problem } from '@dripline/clinical'
import { generateRegistrationOptions, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { type Ctx, inClinic, inOneStep, staffOf } from '../context.ts'
import { showsNobody } from '../shown.ts'
import { CEREMONY_MS, openChallenge, takeChallenge } from './challenge.ts'
import { demandFresh } from './fresh.ts'
import { bytesOf, challengeIn, relyingParty, transportsOf } from './passkey.ts'
import { insertPasskey, passkeysOf } from './passkey-store.ts'
import { drawRecoveryCodes, firstRecoveryCodes } from './recovery.ts'
import { refuse } from './refuse.ts'
import { openRecords } from './second-factor.ts'
import { accountById, clinicName } from './store.ts'

// ES256, RS256, EdDSA: what today's passkeys sign with, each long standing in Node.
const ALGORITHMS = [-7, -257, -8]

/** Options for making a passkey for the person signed in; what they already have is left out. */
export async function offerPasskey(ctx: Ctx) {
  const { id } = staffOf(ctx)
  const { account, passkeys, clinic } = await inClinic(ctx, 'own-passkeys', async (tx) => {
    await demandFresh(ctx, tx)
    const [account, passkeys] = [await accountById(tx, id), await passkeysOf(tx, id)]
    return showsNobody({ account, passkeys, clinic: await clinicName(tx) })
  })
  if (!account) throw new Problem('not-signed-in')
  const challenge = await openChallenge(ctx, { purpose: 'passkey', accountId: id })
  return generateRegistrationOptions({
    rpName: clinic,
    rpID: relyingParty(ctx).expectedRPID,
    userName: account.email,
    userDisplayName: account.name,
    userID: new TextEncoder().encode(id),
    challenge: bytesOf(challenge),
    timeout: CEREMONY_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

type NewPasskey = { readonly response: RegistrationResponseJSON; readonly label: string }

/** Keeps a new passkey of the person signed in; with their first second way in come their recovery codes, shown this once. */
export async function registerPasskey(ctx: Ctx, { response, label }: NewPasskey) {
  const made = (await verified(ctx, response)) ?? (await refuse(ctx, 'register-passkey', 'sign-in-failed'))
  const drawn = await drawRecoveryCodes(staffOf(ctx).id)
  return inOneStep(ctx, 'register-passkey', async (tx) => {
    await demandFresh(ctx, tx)
    const id = ctx.newId()
    const accountId = staffOf(ctx).id
    const kept = await insertPasskey(tx, {
      id,
      accountId,
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: made.transports ?? [],
      label,
      createdAt: ctx.now(),
    })
    if (!kept) throw new Problem('sign-in-failed', { accountId })
    await openRecords(ctx, tx)
    return { passkeyId: id, recoveryCodes: await firstRecoveryCodes(ctx, tx, accountId, drawn) }
  })
}

const verified = async (ctx: Ctx, response: RegistrationResponseJSON) => {
  const secret = challengeIn(response)
  const challenge = secret === null ? undefined : await takeChallenge(ctx, 'passkey', secret)
  if (secret === null || challenge?.accountId !== staffOf(ctx).id) return null
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: secret,
      ...relyingParty(ctx),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    return registrationInfo?.credential ?? null
  } catch {
    return null
  }
}
