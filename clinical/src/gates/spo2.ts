import { defineGate } from '../visit/gate.ts'
import { signAsGate, signWords } from '../visit/gate-sign.ts'

const vitals = (spo2: number | null) =>
  ({ kind: 'vitals', systolic: null, diastolic: null, pulse: null, spo2, resp: null }) as const

const says = {
  ...signWords,
} as const

export const spo2 = defineGate({
  id: 'spo2',
  title: 'SpO₂',
  asks: '94 % or more, with a dose on board 92 %; a reading is good for 15 min',
  source: 'clinical reference 9.3; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf, act) => {
    const { still, running } = facts.policy.spo2
    return signAsGate(
      'spo2',
      { facts, asOf, act },
      { unit: '%', range: { still: { least: still }, running: { least: running } } },
    )
  },
  examples: [
    [{}, 'met'],
    [{ without: ['vitals', 'checked-in'] }, 'unknown'],
    [{ without: ['vitals'], log: [[31, vitals(97)]] }, 'unknown'],
    [{ log: [[1, vitals(93)]] }, 'not-met'],
    [{ log: [[1, vitals(94)]] }, 'met'],
    [{ act: 'resume', log: [[1, vitals(92)]] }, 'met'],
    [{ act: 'raise', log: [[1, vitals(91)]] }, 'not-met'],
  ],
})
