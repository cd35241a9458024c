import { defineVisitGate, met, notMet } from '../visit/gate.ts'

export const onePlace = defineVisitGate({
  id: 'one-place',
  title: 'In one chair only',
  asks: 'No other visit is open for this patient',
  source: 'a person is in one place at a time',
  basis: 'proposed',
  check: ({ openElsewhere: [other] }) =>
    other
      ? notMet('the other visit is closed', 'wait', { value: 'another visit is open', at: other.since })
      : met({ value: 'no other visit open' }),
  examples: [
    [{}, 'met'],
    [{ facts: { openElsewhere: [{ sessionId: 's2', since: '2026-11-23T13:00:00.000Z' }] } }, 'not-met'],
  ],
})
