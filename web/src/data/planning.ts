import type { Chart, CurveInputs, DayOfSlots, DoseSum, Finding } from '@dripline/clinical'
import { type Api, addressOf, api } from './client.ts'
import { useLoad } from './load.ts'
import { type Read as Answer, usePost, useRoute } from './route.ts'

const planning: Api['planning'] = api.planning
const ofPerson: Api['planning']['people'][':personId'] = planning.people[':personId']
type Read = Answer<typeof ofPerson>
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

export type Days = DayOfSlots[]

export type Courses = Answer<typeof planning.courses>

const refreshes = ['screening', 'booking', 'session'] as const

export const usePlanning = (id: string): PlanningData =>
  useLoad<PlanningData>(addressOf(ofPerson, { param: { personId: id } }), { live: ['any'] })
export const useCourses = () => useRoute(planning.courses, {}, { live: ['any'] })
export const useFreeVisits = (protocolId: string, from: string) =>
  useLoad<Days>(addressOf(planning.visits, { query: { protocolId, from, days: '42' } }), { live: ['sign-plan', 'renew-order'] })
export const useSignPlan = (onDone: () => void) => usePost(planning.plans, {}, { refreshes, onDone })
export const useRenewOrder = (orderId: string, onDone: () => void) =>
  usePost(planning.orders[':orderId'].renewal, { param: { orderId } }, { refreshes, onDone })
export const useCloseCourse = (planId: string, onDone: () => void) =>
  usePost(planning.plans[':planId'].closure, { param: { planId } }, { refreshes, onDone })

export type SafeVial = Answer<typeof api.substances.vials>[number]
export const useVials = (): SafeVial[] => useRoute(api.substances.vials, {}, { live: ['receive-vials', 'empty-vial'] })
