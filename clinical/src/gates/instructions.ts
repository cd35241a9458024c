import { defineGate } from '../visit/gate.ts'
import { homeCheckWords, seenAsGate } from '../visit/gate-home.ts'

const seen = (isMet: boolean) => ({ kind: 'home-check', gate: 'instructions', isMet, note: null }) as const

const says = {
  ...homeCheckWords('the patient repeats the instructions in their own words'),
} as const

export const instructions = defineGate({
  id: 'instructions',
  title: 'After-care teach-back',
  asks: 'In the last 15 min',
  source: 'clinical reference 9.5, step 23; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf) => seenAsGate('instructions', facts, asOf),
  examples: [
    [{ act: 'discharge', log: [[15, seen(true)]] }, 'met'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[3, seen(false)]] }, 'not-met'],
    [{ act: 'discharge', log: [[15.1, seen(true)]] }, 'unknown'],
    [{ act: 'discharge', log: [[90, seen(true)]] }, 'unknown'],
  ],
})
