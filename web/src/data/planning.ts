import { type Api, addressOf, api } from './client.ts'
import { type Read as Answer, usePost, useRoute } from './route.ts'

const planning: Api['planning'] = api.planning
const ofPerson: Api['planning']['people'][':personId'] = planning.people[':personId']
export type PlanningData = Answer<typeof ofPerson>
export type Plan = PlanningData['plans'][number]
/** An order in force; one that was replaced has the same, without its as-needed lines. */
export type Order = Plan['replaced'][number]

export type Days = Answer<typeof planning.visits>

export type Courses = Answer<typeof planning.courses>

/** An order of no plan of infusions, as it is printed. */
export type OwnOrderPaper = Answer<(typeof planning.orders)[':orderId']>

const refreshes = ['screening', 'booking', 'session'] as const

export const usePlanning = (id: string): PlanningData => useRoute(ofPerson, { param: { personId: id } }, { live: ['any'] })
export const useOwnOrder = (orderId: string): OwnOrderPaper => useRoute(planning.orders[':orderId'], { param: { orderId } })
export const useCourses = () => useRoute(planning.courses, {}, { live: ['any'] })
export const useFreeVisits = (protocolId: string, from: string): Days =>
  useRoute(planning.visits, { query: { protocolId, from, days: '42' } }, { live: ['sign-plan', 'renew-order'] })
export const useSignPlan = (onDone: () => void) => usePost(planning.plans, {}, { refreshes, onDone })
/** Signs an order of an administration with a form of its own, and books its visit. */
export const useSignOwnOrder = (onDone: () => void) => usePost(planning.orders, {}, { refreshes, onDone })
export const useRenewOrder = (orderId: string, onDone: () => void) =>
  usePost(planning.orders[':orderId'].renewal, { param: { orderId } }, { refreshes, onDone })
export const useCloseCourse = (planId: string, onDone: () => void) =>
  usePost(planning.plans[':planId'].closure, { param: { planId } }, { refreshes, onDone })

export type SafeVial = Answer<typeof api.substances.vials>[number]
export const useVials = (): SafeVial[] => useRoute(api.substances.vials, {}, { live: ['receive-vials', 'empty-vial'] })

export const coursesFile = (): string => addressOf(planning.courses.export)
