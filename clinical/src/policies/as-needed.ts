import { definePolicy } from '../policy.ts'

export const asNeeded = definePolicy({
  id: 'as-needed',
  title: 'What an as-needed line may be signed for',
  group: 'Drugs at the chair',
  source: 'catches ten-fold slips of every drug on the list',
  basis: 'proposed',
  values: {
    timesOverHighest: {
      value: 3,
      unit: '× the highest',
      says: 'A line is refused above so many times the highest dose of the list, and asked about under the same share of the usual one',
      least: 1,
      most: 5,
    },
  },
  examples: [
    ['timesOverHighest', 2, true],
    ['timesOverHighest', 10, false],
  ],
})
