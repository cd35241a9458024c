import { definePolicy } from '../policy.ts'

export const readers = definePolicy({
  id: 'readers',
  title: 'What a clinic sees of its readers',
  group: 'Readers of articles',
  source: 'Proposed: totals alone, and none while few have answered',
  basis: 'proposed',
  values: {
    leastReaders: {
      value: 30,
      unit: 'readers',
      says: 'What readers knew is shown as totals from so many answers to a statement on',
      least: 30,
      most: 1000,
    },
  },
  examples: [
    ['leastReaders', 30, true],
    ['leastReaders', 29, false],
    ['leastReaders', 100, true],
    ['leastReaders', 1001, false],
  ],
})
