import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  'at-check-in': 'an escort is named at check-in',
  named: ({ name, phone }: { name: string; phone: string }) => `${name}, ${phone}`,
  none: 'none',
  name: 'an escort is named, with a phone number',
} as const
const said = saying(says)

export const escortNamed = defineGate({
  id: 'escort-named',
  title: 'Escort named',
  asks: 'Name and phone of the adult who takes the patient home',
  source: 'clinical reference 9.2, S46; 9.5, step 2',
  basis: 'proposed',
  says,
  check: ({ visit: { checkIn } }) => {
    if (!checkIn) return unknown(said('at-check-in'), 'check-in')
    const { escort, at, by } = checkIn
    return escort
      ? met({ value: said('named', escort), at, by })
      : notMet(said('name'), 'check-in', { value: said('none'), at, by })
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
              identifiers: ['full name', 'date of birth'],
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
