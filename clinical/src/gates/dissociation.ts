import { isAfterStop } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { latestReadings } from '../visit/infusion-latest.ts'
import { saying } from '../words/saying.ts'

const scores = (dissociation: number) => ({ kind: 'scores', dissociation, distress: 0, pain: 2, sedation: 0 }) as const

const says = {
  score: ({ score }: { score: number }) => String(score),
  resolved: ({ most }: { most: number }) => `a score of 0 or ${most} after the stop`,
  fresh: ({ most, minutes }: { most: number; minutes: number }) =>
    `a score of 0 or ${most} after the stop, within the last ${quantity(minutes, 'min')}`,
} as const
const said = saying(says)

export const dissociation = defineGate({
  id: 'dissociation',
  title: 'Dissociation resolved',
  asks: '0 or 1 after the stop, within the last 15 min',
  source: 'clinical reference 9.5, step 21; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit, policy }, asOf) => {
    const reading = latestReadings(visit, asOf).dissociation
    const most = policy.leavingDissociation
    if (!reading) return unknown(said('resolved', { most }), 'scores')
    const seen = { value: said('score', { score: reading.value }), at: reading.at, by: reading.by }
    if (!isAfterStop(visit, reading.at)) return unknown(said('resolved', { most }), 'scores', seen)
    if (reading.value > most) return notMet(said('resolved', { most }), 'scores', seen)
    const minutes = policy.leavingMinutes.dissociation
    return reading.ageMinutes > minutes ? unknown(said('fresh', { most, minutes }), 'scores', seen) : met(seen)
  },
  examples: [
    [{ act: 'discharge', log: [[15, scores(1)]] }, 'met'],
    [{ act: 'discharge', without: ['scores'] }, 'unknown'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[2, scores(2)]] }, 'not-met'],
    [{ act: 'discharge', log: [[16, scores(0)]] }, 'unknown'],
  ],
})
