import type { Policies } from '@dripline/clinical'
import type { ApiType } from '@dripline/server/api'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type People = ReturnType<typeof hc<ApiType>>['api']['people']
const at = '/api/people'

export type ClinicData = InferResponseType<People['clinic']['$get']>
export type ClinicTerms = InferRequestType<People['clinic']['$post']>['json']
export type StaffData = InferResponseType<People['staff']['$get']>
export type StaffMember = StaffData['staff'][number]
export type Invited = StaffData['invitations'][number]
export type Invitation = InferRequestType<People['invitations']['$post']>['json']
export type StaffTerms = Pick<Invitation, 'title' | 'roles' | 'licenses' | 'takesCalls'>
export type Default = InferResponseType<People['defaults']['$get']>[number]
type Approval = { listed: Pick<Default, 'kind' | 'id' | 'version'>[]; reason?: string }
type SetValue = InferRequestType<People['policies']['$post']>['json']
export type Alerts = InferResponseType<People['alerts']['$get']>
export type Alert = Alerts['alerts'][number]
export type AlertCounts = InferResponseType<People['alerts']['count']['$get']>
type AlertsAsked = { state: 'open' | 'closed'; owner: 'anybody' | 'nobody' | 'me'; page: number }
export type Letter = InferResponseType<People['mailbox']['$get']>[number]
export type NewPerson = InferRequestType<People['patients']['$post']>['json']
export type PersonChange = InferRequestType<People['patients'][':personId']['$post']>['json']

const clinic = { refreshes: [`${at}/clinic`] }
const staff = { refreshes: [`${at}/staff`] }
const alerts = { refreshes: [`${at}/alerts`] }

export const useClinic = (): ClinicData => useLoad<ClinicData>(`${at}/clinic`)
export const useChangeClinic = () => useSend<ClinicTerms>('POST', `${at}/clinic`, clinic)
export const useAddChair = () => useSend<{ name: string }>('POST', `${at}/chairs`, clinic)
export const useChangeChair = (id: string) => useSend<{ name?: string; isClosed?: boolean }>('POST', `${at}/chairs/${id}`, clinic)
export const useCloseDay = () => useSend<{ onDate: string; reason: string }>('POST', `${at}/closures`, clinic)
export const useReopenDay = (id: string) => useSend<object>('POST', `${at}/closures/${id}/reopen`, clinic)

export const useStaff = (): StaffData => useLoad<StaffData>(`${at}/staff`, { live: ['accept-invitation'] })
export const useInvite = (onDone: () => void) => useSend<Invitation>('POST', `${at}/invitations`, { ...staff, onDone })
export const useResendInvitation = (id: string) => useSend<object>('POST', `${at}/invitations/${id}/resend`, staff)
export const useWithdrawInvitation = (id: string) => useSend<object>('POST', `${at}/invitations/${id}/withdraw`, staff)
export const useChangeStaff = (id: string, onDone: () => void) =>
  useSend<StaffTerms>('POST', `${at}/staff/${id}`, { ...staff, onDone })
export const useCloseAccount = (id: string) => useSend<object>('POST', `/api/auth/accounts/${id}/close`, staff)

export const useDefaults = (): Default[] =>
  useLoad<Default[]>(`${at}/defaults`, { live: ['approve-defaults', 'set-policy-value'] })
/** The clinic's policies as they hold now. */
export const usePolicies = (): Policies => useLoad<Policies>(`${at}/policies`, { live: ['approve-defaults', 'set-policy-value'] })
export const useApproveDefaults = () =>
  useSend<Approval>('POST', `${at}/defaults/approve`, { refreshes: [`${at}/defaults`, `${at}/policies`] })
export const useSetPolicyValue = (onDone: () => void) =>
  useSend<SetValue>('POST', `${at}/policies`, { refreshes: [`${at}/defaults`, `${at}/policies`], onDone })

export const useAlerts = ({ state, owner, page }: AlertsAsked): Alerts =>
  useLoad<Alerts>(`${at}/alerts?state=${state}&owner=${owner}&page=${page}`, { live: ['any'], everyMs: 60_000 })
export const useOwnAlert = (id: string) => useSend<object>('POST', `${at}/alerts/${id}/own`, alerts)
export const useCloseAlert = (id: string) => useSend<{ action: string }>('POST', `${at}/alerts/${id}/close`, alerts)

export const useMailbox = (): Letter[] => useLoad<Letter[]>(`${at}/mailbox`, { live: ['any'] })

export const useAddPerson = (onDone: (made: { personId: string }) => void) =>
  useSend<NewPerson, { personId: string }>('POST', `${at}/patients`, { refreshes: ['/api/records/people'], onDone })
export const useChangePerson = (id: string) =>
  useSend<PersonChange>('POST', `${at}/patients/${id}`, { refreshes: ['/api/records/people'] })

/** Names by id, for lists that know only ids. */
export function usePersonNames(ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const asked = [...new Set(ids.filter((id) => id !== null))].sort()
  const found = useLoad<{ personId: string; name: string }[]>(`${at}/names?ids=${asked.join(',')}`)
  return new Map(found.map(({ personId, name }) => [personId, name]))
}
