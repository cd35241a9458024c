import { type Api, api } from './client.ts'
import { type Read, usePost, useRoute } from './route.ts'

const estimates: Api['booking']['estimates'] = api.booking.estimates
const ofEstimate: Api['booking']['estimates'][':estimateId'] = estimates[':estimateId']

export type Estimate = Read<typeof ofEstimate>

const news = { live: ['make-estimate', 'ask-estimate', 'hand-estimate', 'send-message', 'compose-message', 'give-up-message'] }

export const useEstimates = (): Read<typeof estimates> => useRoute(estimates, {}, news)
export const useEstimate = (estimateId: string): Estimate => useRoute(ofEstimate, { param: { estimateId } }, news)
export const useHandEstimate = (estimateId: string) => usePost(ofEstimate.handed, { param: { estimateId } })
