import type { Chart, CurveInputs, DayOfSlots, DoseChoice, DoseSum, Finding } from '@dripline/clinical'
import type { ApiType } from '@dripline/server/api'
import type { hc, InferRequestType, InferResponseType } from 'hono/client'
import { useLoad } from './load.ts'
import { useSend } from './send.ts'

type Api = ReturnType<typeof hc<ApiType>>['api']
type Planning = Api['planning']
type Read = InferResponseType<Planning['people'][':personId']['$get']>
type ReadPlan = Read['plans'][number]
type WithSum<O> = Omit<O, 'dose' | 'inputs'> & { dose: DoseSum; inputs: CurveInputs }

// Columns of JSON have no shape in the answer's type; these are what the server froze into them.
export type Order = WithSum<ReadPlan['orders'][number]>
export type Plan = Omit<ReadPlan, 'dose' | 'inputs' | 'findings' | 'orders' | 'replaced'> & {
  dose: DoseSum
  inputs: CurveInputs
  findings: Finding[]
  orders: Order[]
  replaced: Order[]
}
export type PlanningData = Omit<Read, 'plans' | 'chart' | 'screenings'> & {
  chart: Chart
  plans: Plan[]
  screenings: (Omit<Read['screenings'][number], 'findings'> & { findings: Finding[] })[]
}
export type PlanSent = InferRequestType<Planning['plans']['$post']>['json']
export type RenewalSent = { dose: DoseChoice; visit?: PlanSent['visits'][number]; acknowledged: string[] }
export type Days = DayOfSlots[]

export type Courses = InferResponseType<Planning['courses']['$get']>

const refreshes = ['/api/planning', '/api/screening', '/api/booking', '/api/sessions']

export const usePlanning = (id: string): PlanningData => useLoad<PlanningData>(`/api/planning/people/${id}`, { live: ['any'] })
export const useCourses = () => useLoad<Courses>('/api/planning/courses', { live: ['any'] })
export const useFreeVisits = (protocolId: string, from: string) =>
  useLoad<Days>(`/api/planning/visits?protocolId=${protocolId}&from=${from}&days=42`, { live: ['sign-plan', 'renew-order'] })
export const useSignPlan = (onDone: () => void) => useSend<PlanSent>('POST', '/api/planning/plans', { refreshes, onDone })
export const useRenewOrder = (orderId: string, onDone: () => void) =>
  useSend<RenewalSent>('POST', `/api/planning/orders/${orderId}/renewal`, { refreshes, onDone })
export const useCloseCourse = (planId: string, onDone: () => void) =>
  useSend<{ reason: string }>('POST', `/api/planning/plans/${planId}/closure`, { refreshes, onDone })

export type SafeVial = InferResponseType<Api['substances']['vials']['$get']>[number]
export const useVials = (): SafeVial[] => useLoad<SafeVial[]>('/api/substances/vials', { live: ['receive-vials', 'empty-vial'] })
