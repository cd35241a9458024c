import { hasRaisedSafety } from '../chart/safety-answers.ts'
import { defineGate, type GateFacts, met } from '../visit/gate.ts'
import { homeCheckWords, seenAsGate } from '../visit/gate-home.ts'
import { saying } from '../words/saying.ts'

const seen = (isMet: boolean) => ({ kind: 'home-check', gate: 'mood', isMet, note: null }) as const
const isAsked = (facts: GateFacts, asOf: string) => facts.order.indication === 'depression' || hasRaisedSafety(facts, asOf)

const says = {
  ...homeCheckWords('a nurse asks about mood and safety'),
  'not-raised': 'not raised',
} as const
const said = saying(says)

export const mood = defineGate({
  id: 'mood',
  title: 'Mood and safety asked',
  asks: 'After each depression infusion; for pain, if an answer raised concern',
  source: 'clinical reference 9.2, S31; 9.5, step 21; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf) => (isAsked(facts, asOf) ? seenAsGate('mood', facts, asOf) : met({ value: said('not-raised') })),
  examples: [
    [{ act: 'discharge', log: [[15, seen(true)]] }, 'met'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[3, seen(false)]] }, 'not-met'],
    [{ act: 'discharge', log: [[16, seen(true)]] }, 'unknown'],
    [{ act: 'discharge', order: { indication: 'pain' } }, 'met'],
    [{ act: 'discharge', order: { indication: 'pain' }, chart: { safetyQuestion: [200, 'yes'] } }, 'unknown'],
  ],
})
