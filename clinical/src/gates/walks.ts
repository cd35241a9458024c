import { defineGate } from '../visit/gate.ts'
import { homeCheckWords, seenAsGate } from '../visit/gate-home.ts'

const seen = (isMet: boolean) => ({ kind: 'home-check', gate: 'walks', isMet, note: null }) as const

const says = {
  ...homeCheckWords('a nurse sees the patient walk'),
} as const

export const walks = defineGate({
  id: 'walks',
  title: 'Walks steadily',
  asks: 'Seen in the last 15 min',
  source: 'clinical reference 9.5, step 21; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf) => seenAsGate('walks', facts, asOf),
  examples: [
    [{ act: 'discharge', log: [[15, seen(true)]] }, 'met'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[3, seen(false)]] }, 'not-met'],
    [{ act: 'discharge', log: [[15.1, seen(true)]] }, 'unknown'],
    [{ act: 'discharge', log: [[90, seen(true)]] }, 'unknown'],
  ],
})
