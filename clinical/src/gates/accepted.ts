import { defineGate, met, notMet } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  accepted: 'accepted',
  'not-accepted': 'not accepted',
  decide: 'a prescriber decides again on the latest answers',
} as const
const said = saying(says)

export const accepted = defineGate({
  id: 'accepted',
  title: 'Accepted by a prescriber',
  asks: 'The latest decision for this indication is to accept',
  source: 'clinical reference 9.1, candidacy; 9.5, step 9',
  basis: 'proposed',
  says,
  check: ({ acceptance }) =>
    acceptance
      ? met({ value: said('accepted'), at: acceptance.at })
      : notMet(said('decide'), 'screening', { value: said('not-accepted') }),
  examples: [
    [{}, 'met'],
    [{ facts: { acceptance: null } }, 'not-met'],
  ],
})
