import type { Answers, Chart, Finding } from '@dripline/clinical'
import type { ApiType } from '@dripline/server/api'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type Api = ReturnType<typeof hc<ApiType>>['api']
type Screening = Api['screening']
type Consents = Api['people']['patients'][':personId']['consents']

type Read = InferResponseType<Screening['people'][':personId']['$get']>
type ReadOne = Read['screenings'][number]

// Columns of JSON have no shape in the answer's type; these are what the server froze into them.
export type ScreeningRead = Omit<ReadOne, 'chart' | 'findings' | 'overrides' | 'acknowledged'> & {
  chart: Chart
  findings: Finding[]
  overrides: { rule: string; reason: string }[]
  acknowledged: string[]
}
export type ScreeningData = Omit<Read, 'chart' | 'screenings' | 'answers'> & {
  chart: Chart
  answers: { key: string; value: string | number; measuredAt: string; source: string; enteredByName: string }[]
  screenings: ScreeningRead[]
}
export type DecisionSent = InferRequestType<Screening[':screeningId']['decision']['$post']>['json']
export type AnswersSent = { answers: Partial<Answers>; baseline: Record<string, number | string>; measuredAt?: string }
export type ConsentData = InferResponseType<Consents['$get']>
export type ConsentCopy = InferResponseType<Consents[':consentId']['$get']>
export type ConsentSent = InferRequestType<Consents['$post']>['json']

const of = (id: string) => `/api/screening/people/${id}`
const refreshes = ['/api/screening', '/api/planning', '/api/people']

export const useScreening = (id: string): ScreeningData => useLoad<ScreeningData>(of(id), { live: ['any'] })
export const useScreen = (id: string, onDone: () => void) => useSend<AnswersSent>('POST', of(id), { refreshes, onDone })
export const useDecide = (screeningId: string) =>
  useSend<DecisionSent>('POST', `/api/screening/${screeningId}/decision`, { refreshes })

const consents = (id: string) => `/api/people/patients/${id}/consents`

export const useConsents = (id: string): ConsentData =>
  useLoad<ConsentData>(consents(id), { live: ['sign-consent', 'withdraw-consent', 'change-clinic'] })
export const useConsentCopy = (id: string, consentId: string): ConsentCopy =>
  useLoad<ConsentCopy>(`${consents(id)}/${consentId}`, { live: ['withdraw-consent'] })
export const useWithdrawConsent = (id: string, consentId: string, onDone: () => void) =>
  useSend<{ reason: string }>('POST', `${consents(id)}/${consentId}/withdraw`, { refreshes, onDone })
export const useSignConsent = (id: string) => useSend<ConsentSent, { consentId: string }>('POST', consents(id), { refreshes })
