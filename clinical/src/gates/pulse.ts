import { defineGate } from '../visit/gate.ts'
import { signAsGate, signWords } from '../visit/gate-sign.ts'

const vitals = (pulse: number | null) =>
  ({ kind: 'vitals', systolic: null, diastolic: null, pulse, spo2: null, resp: null }) as const

const says = {
  ...signWords,
} as const

export const pulse = defineGate({
  id: 'pulse',
  title: 'Pulse',
  asks: '50 to 110, with a dose on board 45 to 120; a reading is good for 15 min',
  source: 'clinical reference 9.3; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf, act) => signAsGate('pulse', { facts, asOf, act }, { unit: 'a minute', range: facts.policy.pulse }),
  examples: [
    [{}, 'met'],
    [{ without: ['vitals', 'checked-in'] }, 'unknown'],
    [{ without: ['vitals'], log: [[15.1, vitals(72)]] }, 'unknown'],
    [{ without: ['vitals'], log: [[15, vitals(72)]] }, 'met'],
    [{ log: [[1, vitals(111)]] }, 'not-met'],
    [{ log: [[1, vitals(49)]] }, 'not-met'],
    [{ act: 'resume', log: [[1, vitals(111)]] }, 'met'],
    [{ act: 'resume', log: [[1, vitals(121)]] }, 'not-met'],
    [{ act: 'raise', log: [[1, vitals(44)]] }, 'not-met'],
  ],
})
