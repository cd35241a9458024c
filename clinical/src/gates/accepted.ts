import { defineGate, met, notMet } from '../gate.ts'

export const accepted = defineGate({
  id: 'accepted',
  title: 'Accepted by a prescriber',
  asks: 'The newest decision for this indication still accepts',
  source: 'clinical reference 9.1, candidacy; 9.5, step 9',
  basis: 'proposed',
  check: ({ acceptance }) =>
    acceptance
      ? met({ value: 'accepted', at: acceptance.at })
      : notMet('a prescriber decides again on the newest answers', 'screening', { value: 'not accepted' }),
  examples: [
    [{}, 'met'],
    [{ facts: { acceptance: null } }, 'not-met'],
  ],
})
