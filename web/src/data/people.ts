import type { Policies } from '@dripline/clinical'
import { type Api, addressOf, api } from './client.ts'
import { type Read, type Sent, usePost, useRoute } from './route.ts'

const people: Api['people'] = api.people
const ofPerson: Api['people']['patients'][':personId'] = people.patients[':personId']

export type ClinicData = Read<typeof people.clinic>
export type ClinicTerms = Sent<typeof people.clinic>
export type StaffData = Read<typeof people.staff>
export type StaffMember = StaffData['staff'][number]
export type Invited = StaffData['invitations'][number]
export type Invitation = Sent<typeof people.invitations>
export type StaffTerms = Pick<Invitation, 'title' | 'roles' | 'licenses' | 'takesCalls'>
export type Default = Read<typeof people.defaults>[number]
export type Alerts = Read<typeof people.alerts>
export type Alert = Alerts['alerts'][number]
export type AlertCounts = Read<typeof people.alerts.count>
type AlertsAsked = { state: 'open' | 'closed'; owner: 'anybody' | 'nobody' | 'me'; page: number }
type Mailbox = Read<typeof people.mailbox>
export type Letter = Mailbox['letters'][number]
export type LetterState = keyof Mailbox['counts']
export type PersonChange = Sent<typeof ofPerson>

export const useClinic = (): ClinicData => useRoute(people.clinic, {})
export const useAddChair = () => usePost(people.chairs, {})
export const useReopenDay = (closureId: string) =>
  usePost(people.closures[':closureId'].reopen, { param: { closureId } }, { refreshes: ['session'] })

export const useEndAbsence = (absenceId: string) =>
  usePost(people.absences[':absenceId'].end, { param: { absenceId } }, { refreshes: ['session'] })

export const useStaff = (): StaffData => useRoute(people.staff, {}, { live: ['accept-invitation'] })
export const useInvite = () => usePost(people.invitations, {})
export const useResendInvitation = (invitationId: string) =>
  usePost(people.invitations[':invitationId'].resend, { param: { invitationId } })
export const useResetSecondFactor = (staffId: string) =>
  usePost(people.staff[':staffId']['second-factor'].reset, { param: { staffId } })
export const useSignOutColleague = (staffId: string) => usePost(people.staff[':staffId']['sign-out'], { param: { staffId } })
export const useWithdrawInvitation = (invitationId: string) =>
  usePost(people.invitations[':invitationId'].withdraw, { param: { invitationId } })

const policyNews = { live: ['approve-defaults', 'set-policy-value'] }
export const useDefaults = (): Default[] => useRoute(people.defaults, {}, policyNews)
/** The clinic's policies as they hold now. */
export const usePolicies = (): Policies => useRoute(people.policies, {}, policyNews)
export const useApproveDefaults = () => usePost(people.defaults.approve, {})
export const useSetPolicyValue = (onDone: () => void) => usePost(people.policies, {}, { onDone })

export const useAlerts = ({ state, owner, page }: AlertsAsked): Alerts =>
  useRoute(people.alerts, { query: { state, owner, page: String(page) } }, { live: ['any'], everyMs: 60_000 })
/** Where every alert of a state is had as a file. */
export const alertsFile = (state: AlertsAsked['state']): string => addressOf(people.alerts.export, { query: { state } })
export const useOwnAlert = (alertId: string) => usePost(people.alerts[':alertId'].own, { param: { alertId } })
export const useCloseAlert = (alertId: string) => usePost(people.alerts[':alertId'].close, { param: { alertId } })

export const useMailbox = ({ which, page }: { which: LetterState; page: number }): Mailbox =>
  useRoute(people.mailbox, { query: { which, page: String(page) } }, { live: ['any'] })
export const lettersFile = (which: LetterState): string => addressOf(people.mailbox.export, { query: { which } })
/** Corrects the address of a person whose letters come back, or tries the old one again. */
export const useCorrectAddress = (personId: string) =>
  usePost(ofPerson, { param: { personId } }, { refreshes: ['outcomes', 'booking', 'session', 'records'] })
export const useTryAddress = (personId: string) =>
  usePost(ofPerson['try-address'], { param: { personId } }, { refreshes: ['outcomes', 'booking', 'session', 'records'] })

export const useAddPerson = (onDone: (made: { personId: string }) => void) =>
  usePost(people.patients, {}, { refreshes: ['records'], onDone })
export const useChangePerson = (personId: string) => usePost(ofPerson, { param: { personId } }, { refreshes: ['records'] })

/** Names by id, for lists that know only ids. */
export function usePersonNames(ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const asked = [...new Set(ids.filter((id) => id !== null))].sort()
  const found = useRoute(people.names, { query: { ids: asked.join(',') } })
  return new Map(found.map(({ personId, name }) => [personId, name]))
}
