import { lineParts, shippedLines } from '@dripline/clinical'

const priced = { words: null, minutes: null, priceUsd: '1000', holds: lineParts, cancelHours: 24, cancelFeeUsd: '75.50' }
const prices = shippedLines.map(({ id, takes }) => ({ ...priced, id, ...(takes === 'call' && { minutes: 15, priceUsd: '0' }) }))
const booked = { ...priced, appointmentId: 'x', lineId: 'evaluation', lineVersion: 1, serviceOn: '2026-11-30', count: 1 }
const thought = { ...booked, appointmentId: null, lineId: 'pain-infusion', serviceOn: null, count: 10, cancelFeeUsd: '0' }
const estimate = { version: 2, madeOn: '2026-11-24', items: [booked, thought], totalUsd: '11000', isNewest: true }

/** The page of prices and an estimate, in every state. */
export const priceStates: Readonly<Record<string, { path: string; data: Record<string, unknown> }>> = {
  'the prices': { path: '/prices', data: { prices, claim: null } },
  'the prices when the clinic has set none': { path: '/prices', data: { prices: [], claim: null } },
  'an estimate': { path: '/l/abc/estimate', data: { estimate, claim: null } },
  'an estimate that a newer one replaced': {
    path: '/l/abc/estimate',
    data: { estimate: { ...estimate, isNewest: false }, claim: null },
  },
}
