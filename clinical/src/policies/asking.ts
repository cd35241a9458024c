import { definePolicy } from '../policy.ts'

export const asking = definePolicy({
  id: 'asking',
  title: 'How long questions and their links stay open',
  group: 'Follow-up and relief',
  source: 'ours, for the clinic to approve',
  basis: 'proposed',
  values: {
    keptDays: {
      value: 14,
      unit: 'days',
      says: 'After its window an unanswered question stays on the staff’s list so long',
      least: 1,
      most: 30,
    },
    linkOutlivesDays: {
      value: 30,
      unit: 'days',
      says: 'A link opened so late still says what became of its question',
      least: 7,
      most: 90,
    },
  },
  examples: [
    ['keptDays', 7, true],
    ['keptDays', 60, false],
  ],
})
