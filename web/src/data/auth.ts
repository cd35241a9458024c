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
import { type Api, addressOf, api } from './client.ts'
import { type Read, type Reply, usePost, useRoute } from './route.ts'
import { useSend } from './send.ts'

/** Somebody a simulated clinic can be entered as, with what waits for them where that is known. */
export type PersonToEnterAs = { id: string; name: string; roles: Role[]; title: string | null; waits: string | null }

const account: Api['auth']['account'] = api.auth.account
const own = addressOf(account)
const refreshing = { refreshes: [own] }

export type OwnAccount = Read<typeof account>
type Codes = Reply<typeof account.passkeys>

export const useOwnAccount = (): OwnAccount => useRoute(account, {})
export const useRemovePasskey = () =>
  useSend<{ id: string }>(
    'DELETE',
    ({ id }) => addressOf(account.passkeys[':passkeyId'], { param: { passkeyId: id } }),
    refreshing,
  )
export const useOfferApp = () => usePost(account.app, {})
export const useConfirmApp = () => usePost(account.app.confirm, {})
export const useRemoveApp = () => useSend<object>('DELETE', addressOf(account.app), refreshing)
export const useRenewCodes = () => usePost(account['recovery-codes'], {})
export const useChangePassword = () => usePost(account.password, {})
export const useSetPin = () => usePost(account.pin, {})
export const useRemovePin = () => useSend<object>('DELETE', addressOf(account.pin), refreshing)
export const useEndSignIn = () =>
  useSend<{ id: string }>(
    'DELETE',
    ({ id }) => addressOf(account['sign-ins'][':signInId'], { param: { signInId: id } }),
    refreshing,
  )
export const useEndOtherSignIns = () => usePost(account['sign-ins']['end-others'], {})

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

/** Opens a locked tablet by a passkey, whoever's it is. */
export function usePasskeyOpening(opened: (accountId: string) => void) {
  const opening = useMutation<{ accountId: string }, Error>({
    mutationFn: async () => {
      const optionsJSON = await call<PublicKeyCredentialRequestOptionsJSON>('POST', addressOf(api.auth.passkey.options), {})
      const response = await startAuthentication({ optionsJSON })
      return call<{ accountId: string }>('POST', addressOf(api.auth.passkey), { response })
    },
    onSuccess: ({ accountId }) => opened(accountId),
  })
  return { begin: () => opening.mutate(), isPending: opening.isPending, problem: opening.error && problemOf(opening.error) }
}

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
