import { defineGate } from '../visit/gate.ts'
import { signAsGate, signWords } from '../visit/gate-sign.ts'

const scores = (sedation: number | null) =>
  ({ kind: 'scores', dissociation: null, distress: null, pain: null, sedation }) as const

const says = {
  ...signWords,
} as const

export const sedation = defineGate({
  id: 'sedation',
  title: 'Sedation (RASS)',
  asks: '−1 to 1, with a dose on board −2 to 2; a score is good for 30 min',
  source: 'clinical reference 9.3 and 9.5, step 8; how long it holds is policy',
  basis: 'proposed',
  says,
  check: (facts, asOf, act) => signAsGate('sedation', { facts, asOf, act }, { unit: '', range: facts.policy.sedation }),
  examples: [
    [{}, 'met'],
    [{ without: ['scores'] }, 'unknown'],
    [{ without: ['scores'], log: [[31, scores(0)]] }, 'unknown'],
    [{ log: [[1, scores(-2)]] }, 'not-met'],
    [{ log: [[1, scores(null)]] }, 'met'],
    [{ act: 'resume', log: [[1, scores(-2)]] }, 'met'],
    [{ act: 'raise', log: [[1, scores(3)]] }, 'not-met'],
  ],
})
