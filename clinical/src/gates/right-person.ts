import { areTwoIdentifiers } from '../chart/identifiers.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  confirm: 'two identifiers are confirmed',
  confirmed: ({ one, other }: { one: string; other: string }) => `${one}, ${other}`,
  different: 'two different identifiers are confirmed',
} as const
const said = saying(says)

export const rightPerson = defineGate({
  id: 'right-person',
  title: 'Right patient',
  asks: 'Two different identifiers, confirmed at check-in',
  source: 'clinical reference 9.5, step 2',
  basis: 'proposed',
  says,
  check: ({ visit: { checkIn } }) => {
    if (!checkIn) return unknown(said('confirm'), 'check-in')
    const [one, other] = checkIn.identifiers
    const seen = { value: said('confirmed', { one, other }), at: checkIn.at, by: checkIn.by }
    return areTwoIdentifiers(one, other) ? met(seen) : notMet(said('different'), 'check-in', seen)
  },
  examples: [
    [{}, 'met'],
    [{ without: ['checked-in'] }, 'unknown'],
    [
      {
        without: ['checked-in'],
        log: [
          [
            12,
            {
              kind: 'checked-in',
              identifiers: ['Full name', 'full\u00a0 na\u200bme '],
              escort: null,
              weightKg: '72',
              vitals: { systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 },
            },
          ],
        ],
      },
      'not-met',
    ],
  ],
})
