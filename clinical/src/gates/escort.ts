import { defineGate, notMet } from '../visit/gate.ts'
import { homeCheckWords, seenAsGate } from '../visit/gate-home.ts'
import { saying } from '../words/saying.ts'

const seen = (isMet: boolean) => ({ kind: 'home-check', gate: 'escort', isMet, note: null }) as const

const says = {
  ...homeCheckWords('the escort is in the room'),
  name: 'an escort is named, with a phone number',
  none: 'none named',
} as const
const said = saying(says)

export const escort = defineGate({
  id: 'escort',
  title: 'Escort here',
  asks: 'Named with a phone number, and seen in the last 15 min',
  source: 'clinical reference 9.2, S46; 9.5, step 24; how long it holds is policy',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf) => {
    const named = facts.visit.checkIn?.escort ?? null
    return named
      ? seenAsGate('escort', facts, asOf)
      : notMet(said('name'), 'check-in', {
          value: said('none'),
          at: facts.visit.checkIn?.at ?? null,
        })
  },
  examples: [
    [{ act: 'discharge', log: [[15, seen(true)]] }, 'met'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[3, seen(false)]] }, 'not-met'],
    [{ act: 'discharge', log: [[16, seen(true)]] }, 'unknown'],
    [{ act: 'discharge', without: ['checked-in'], log: [[3, seen(true)]] }, 'not-met'],
  ],
})
