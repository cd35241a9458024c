import { isAfterStop } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { latestReadings } from '../visit/infusion-latest.ts'

const scores = (dissociation: number) => ({ kind: 'scores', dissociation, distress: 0, pain: 2, sedation: 0 }) as const

export const dissociation = defineGate({
  id: 'dissociation',
  title: 'Dissociation resolved',
  asks: '0 or 1 after the stop, within the last 15 min',
  source: 'clinical reference 9.5, step 21; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  check: ({ visit, policy }, asOf) => {
    const reading = latestReadings(visit, asOf).dissociation
    const words = `a score of 0 or ${policy.leavingDissociation} after the stop`
    if (!reading) return unknown(words, 'scores')
    const seen = { value: String(reading.value), at: reading.at, by: reading.by }
    if (!isAfterStop(visit, reading.at)) return unknown(words, 'scores', seen)
    if (reading.value > policy.leavingDissociation) return notMet(words, 'scores', seen)
    const holds = policy.leavingMinutes.dissociation
    return reading.ageMinutes > holds ? unknown(`${words}, within the last ${quantity(holds, 'min')}`, 'scores', seen) : met(seen)
  },
  examples: [
    [{ act: 'discharge', log: [[15, scores(1)]] }, 'met'],
    [{ act: 'discharge', without: ['scores'] }, 'unknown'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[2, scores(2)]] }, 'not-met'],
    [{ act: 'discharge', log: [[16, scores(0)]] }, 'unknown'],
  ],
})
