import { defineGate, met, notMet } from '../visit/gate.ts'

export const accepted = defineGate({
  id: 'accepted',
  title: 'Accepted by a prescriber',
  asks: 'The latest decision for this indication is to accept',
  source: 'clinical reference 9.1, candidacy; 9.5, step 9',
  basis: 'proposed',
  check: ({ acceptance }) =>
    acceptance
      ? met({ value: 'accepted', at: acceptance.at })
      : notMet('a prescriber decides again on the latest answers', 'screening', { value: 'not accepted' }),
  examples: [
    [{}, 'met'],
    [{ facts: { acceptance: null } }, 'not-met'],
  ],
})
