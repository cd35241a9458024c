import { type Api, api } from './client.ts'
import { type Read, type Sent, usePost, useRoute } from './route.ts'
import type { Sending } from './send.ts'

const ofPerson: Api['screening']['people'][':personId'] = api.screening.people[':personId']
const decision: Api['screening'][':screeningId']['decision'] = api.screening[':screeningId'].decision
const requests: Api['screening'][':screeningId']['requests'] = api.screening[':screeningId'].requests
const consents: Api['people']['patients'][':personId']['consents'] = api.people.patients[':personId'].consents
const consent: (typeof consents)[':consentId'] = consents[':consentId']

export type ScreeningData = Read<typeof ofPerson>
export type ScreeningRead = ScreeningData['screenings'][number]
export type DecisionSent = Sent<typeof decision>
export type AnswersSent = Sent<typeof ofPerson>
export type ConsentData = Read<typeof consents>
export type ConsentCopy = Read<typeof consent>
export type ConsentSent = Sent<typeof consents>

const refreshes = ['screening', 'planning', 'people'] as const

export const useScreening = (personId: string): ScreeningData => useRoute(ofPerson, { param: { personId } }, { live: ['any'] })
export const useScreen = (personId: string, onDone: () => void) =>
  usePost(ofPerson, { param: { personId } }, { refreshes, onDone })
export const useDecide = (screeningId: string, onDone: () => void): Sending<DecisionSent, unknown> =>
  usePost(decision, { param: { screeningId } }, { refreshes, onDone })
/** Asks for what would clear a finding: it is kept with the screening, and asked once. */
export const useAskFor = (screeningId: string): Sending<Sent<typeof requests>, unknown> =>
  usePost(requests, { param: { screeningId } })

export const useConsents = (personId: string): ConsentData =>
  useRoute(consents, { param: { personId } }, { live: ['sign-consent', 'withdraw-consent', 'change-clinic'] })
export const useConsentCopy = (personId: string, consentId: string): ConsentCopy =>
  useRoute(consent, { param: { personId, consentId } }, { live: ['withdraw-consent'] })
export const useWithdrawConsent = (personId: string, consentId: string, onDone: () => void) =>
  usePost(consent.withdraw, { param: { personId, consentId } }, { refreshes, onDone })
export const useSignConsent = (personId: string) => usePost(consents, { param: { personId } }, { refreshes })
