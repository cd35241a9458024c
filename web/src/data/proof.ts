import type { GuardedAct, Role } from '@dripline/clinical'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { call } from './api.ts'
import { addressOf, api, areaOf } from './client.ts'

/** What exactly the second person puts their name to, as text; the proof is worth nothing for anything else. */
export type ActFacts = Record<string, string>
export type Act = { staffId: string; act: GuardedAct; facts: ActFacts }
export type Witnesses = { people: { id: string; name: string; roles: Role[] }[]; simulated: boolean }

/** People who may be the second person in this act now, without the one who is signed in; and whether this clinic is simulated. */
export const secondPeople = (act: GuardedAct) => call<Witnesses>('GET', addressOf(api.proof.people, { query: { act } }))

const proofFrom = async (path: string, body: object) => (await call<{ proof: string }>('POST', path, body)).proof

/** Proves the second person by their passkey. Gives a token good for this one act. */
export async function proveByPasskey(act: Act): Promise<string> {
  const optionsJSON = await call<PublicKeyCredentialRequestOptionsJSON>('POST', addressOf(api.proof.passkey.options), act)
  // Most prove themselves by a PIN or password; nobody waits for this before it is asked for.
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const response = await startAuthentication({ optionsJSON })
  return proofFrom(addressOf(api.proof.passkey), { ...act, response })
}

/** Proves the second person by password, and by the six figures of their app where they have one. */
export const proveByPassword = (act: Act, password: string, code: string) =>
  proofFrom(addressOf(api.proof.password), { ...act, password, ...(code ? { code } : {}) })

/** The second person's word for the asking; only a simulated clinic takes it. */
export const proveSimulated = (act: Act) => proofFrom(`${areaOf('proof')}/simulated`, act)
