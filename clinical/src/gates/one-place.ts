import { defineVisitGate, met, notMet } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  other: 'another visit is open',
  none: 'no other visit open',
  close: 'the other visit is closed',
} as const
const said = saying(says)

export const onePlace = defineVisitGate({
  id: 'one-place',
  title: 'In one chair only',
  asks: 'No other visit is open for this patient',
  source: 'a person is in one place at a time',
  basis: 'proposed',
  says,
  check: ({ openElsewhere: [other] }) =>
    other ? notMet(said('close'), 'wait', { value: said('other'), at: other.since }) : met({ value: said('none') }),
  examples: [
    [{}, 'met'],
    [{ facts: { openElsewhere: [{ sessionId: 's2', since: '2026-11-23T13:00:00.000Z' }] } }, 'not-met'],
  ],
})
