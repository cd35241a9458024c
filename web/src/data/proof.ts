import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { call } from './api.ts'

/** What exactly the second person puts their name to; the proof is worth nothing for anything else. */
export type Bound = Record<string, string | number | boolean | null>

/** People who may be the second person for this act, without the one who is signed in. */
export const secondPeople = (act: string) =>
  call<{ id: string; name: string; role: string }[]>('GET', `/api/proof/people?act=${encodeURIComponent(act)}`)

/** Proves the second person by their passkey. Gives a token good for this one act. */
export async function proveByPasskey(staffId: string, act: string, bound: Bound): Promise<string> {
  const optionsJSON = await call<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/proof/options', { staffId, act, bound })
  const response = await startAuthentication({ optionsJSON })
  const { proof } = await call<{ proof: string }>('POST', '/api/proof', { staffId, act, bound, response })
  return proof
}

/** Proves the second person by password, and by the six figures of their app where they have one. */
export async function proveByPassword(
  staffId: string,
  act: string,
  bound: Bound,
  password: string,
  code?: string,
): Promise<string> {
  const { proof } = await call<{ proof: string }>('POST', '/api/proof', {
    staffId,
    act,
    bound,
    password,
    ...(code ? { code } : {}),
  })
  return proof
}
