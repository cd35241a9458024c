import type { Role } from '@dripline/clinical'
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, ProblemError } from './api.ts'
import { addressOf, api } from './client.ts'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

/** Somebody a simulated clinic can be entered as, with what waits for them where that is known. */
export type PersonToEnterAs = { id: string; name: string; roles: Role[]; title: string | null; waits: string | null }

export type OwnAccount = {
  name: string
  email: string
  roles: Role[]
  hasPassword: boolean
  hasApp: boolean
  recoveryCodesLeft: number
  passkeys: { id: string; label: string; createdAt: string; lastUsedAt: string | null }[]
  signIns: { id: string; method: string; createdAt: string; lastSeenAt: string; isThis: boolean }[]
}

const { account } = api.auth
const own = addressOf(account)
const refreshing = { refreshes: [own] }

type Codes = { recoveryCodes: string[] }

export const useOwnAccount = () => useLoad<OwnAccount>(own)
export const useRemovePasskey = () =>
  useSend<{ id: string }>(
    'DELETE',
    ({ id }) => addressOf(account.passkeys[':passkeyId'], { param: { passkeyId: id } }),
    refreshing,
  )
export const useOfferApp = () => useSend<object, { ticket: string; uri: string; key: string }>('POST', addressOf(account.app))
export const useConfirmApp = () =>
  useSend<{ ticket: string; code: string }, Codes>('POST', addressOf(account.app.confirm), refreshing)
export const useRemoveApp = () => useSend<object>('DELETE', addressOf(account.app), refreshing)
export const useRenewCodes = () => useSend<object, Codes>('POST', addressOf(account['recovery-codes']), refreshing)
export const useChangePassword = () =>
  useSend<{ current?: string; password: string }>('POST', addressOf(account.password), refreshing)
export const useEndSignIn = () =>
  useSend<{ id: string }>(
    'DELETE',
    ({ id }) => addressOf(account['sign-ins'][':signInId'], { param: { signInId: id } }),
    refreshing,
  )
export const useEndOtherSignIns = () => useSend<object>('POST', addressOf(account['sign-ins']['end-others']), refreshing)

/** Makes a passkey on this device and keeps it under a label. */
export const useAddPasskey = () =>
  useCeremony(async (label: string) => {
    const optionsJSON = await call<PublicKeyCredentialCreationOptionsJSON>('POST', addressOf(account.passkeys.options), {})
    const response = await startRegistration({ optionsJSON })
    return call<Codes>('POST', addressOf(account.passkeys), { response, label })
  })

/** Signs in by a passkey of this clinic, whoever's it is, and goes on to `next`. */
export const usePasskeySignIn = (next: string) =>
  useCeremony(async () => {
    const optionsJSON = await call<PublicKeyCredentialRequestOptionsJSON>('POST', addressOf(api.auth.passkey.options), {})
    const response = await startAuthentication({ optionsJSON })
    await call('POST', addressOf(api.auth.passkey), { response })
    window.location.assign(next)
  })

function useCeremony<Given, Reply>(run: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  const ceremony = useMutation<Reply, Error, Given>({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: [own] }),
  })
  return {
    begin: ceremony.mutate,
    isPending: ceremony.isPending,
    reply: ceremony.data,
    problem: ceremony.error && problemOf(ceremony.error),
  }
}

// The browser throws when a person turns away, when the device has no passkey, and when it knows none for this address.
const problemOf = (error: Error) =>
  error instanceof ProblemError
    ? error
    : new ProblemError(400, { code: 'passkey-not-used', title: 'The passkey was not used. Nothing was changed.' })

/** Goes on to a page as soon as the browser can; `undefined` stays. */
export function useForward(href: string | undefined) {
  useEffect(() => {
    if (href !== undefined) window.location.replace(href)
  }, [href])
}

/** Loads this page again every so often, in ms: for what only the server can say. */
export function useLookAgain(everyMs: number) {
  useEffect(() => {
    const timer = setInterval(() => window.location.reload(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
}
