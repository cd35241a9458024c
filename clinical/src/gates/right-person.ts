import { areTwoIdentifiers } from '../chart/identifiers.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'

export const rightPerson = defineGate({
  id: 'right-person',
  title: 'Right patient',
  asks: 'Two different identifiers, confirmed at check-in',
  source: 'clinical reference 9.5, step 2',
  basis: 'proposed',
  check: ({ visit: { checkIn } }) => {
    if (!checkIn) return unknown('two identifiers are confirmed', 'check-in')
    const [one, other] = checkIn.identifiers
    const seen = { value: `${one}, ${other}`, at: checkIn.at, by: checkIn.by }
    return areTwoIdentifiers(one, other) ? met(seen) : notMet('two different identifiers are confirmed', 'check-in', seen)
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
