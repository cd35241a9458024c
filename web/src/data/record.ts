import type { ApiType } from '@dripline/server/api'
import type { hc, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import type { Visit } from './session.ts'

type Api = ReturnType<typeof hc<ApiType>>['api']
export type VisitsOf = InferResponseType<Api['session']['people'][':personId']['$get']>
export type VisitRow = VisitsOf['visits'][number]

/** One visit as it is read later: what the chair had, with vials, titles and the visits beside it. */
export type VisitRecord = Visit & {
  clinic: { name: string; simulated: boolean }
  vials: { number: string; lot: string; expiresOn: string }[]
  titles: Record<string, string>
  beside: { before: string | null; after: string | null }
  /** Whether what is drawn today is what was frozen; null where no print was kept with this order. */
  print: 'agrees' | 'differs' | null
}

/** Every visit of a person, a page of them. */
export const useVisitsOf = (personId: string, before: string | null): VisitsOf =>
  useLoad<VisitsOf>(`/api/session/people/${personId}${before ? `?before=${encodeURIComponent(before)}` : ''}`, {
    live: ['arrive', 'discharge', 'amend-entry'],
  })

/** One visit to be read as one page. */
export const useRecord = (sessionId: string) =>
  useLoad<VisitRecord>(`/api/session/${sessionId}/record`, { live: ['amend-entry', 'take-back-entry'] })
