import { type Api, api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'

const estimates: Api['booking']['estimates'] = api.booking.estimates
const ofEstimate: Api['booking']['estimates'][':estimateId'] = estimates[':estimateId']

const ofPerson: Api['booking']['persons'][':personId']['estimates'] = api.booking.persons[':personId'].estimates

export type Estimate = Read<typeof ofEstimate>

const news = { live: ['make-estimate', 'ask-estimate', 'hand-estimate', 'send-message', 'compose-message', 'give-up-message'] }

export const useEstimates = (): Read<typeof estimates> => useRoute(estimates, {}, news)
export const useEstimatesOf = (personId: string): Read<typeof ofPerson> => useRoute(ofPerson, { param: { personId } }, news)
export const useAskEstimate = (personId: string) => usePost(ofPerson, { param: { personId } })
export const useEstimate = (estimateId: string): Estimate => useRoute(ofEstimate, { param: { estimateId } }, news)
export const useHandEstimate = (estimateId: string) => usePost(ofEstimate.handed, { param: { estimateId } })
