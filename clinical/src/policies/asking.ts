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
      says: 'Time an unanswered question stays on the staff list after its window',
      least: 1,
      most: 30,
    },
    linkOutlivesDays: {
      value: 30,
      unit: 'days',
      says: 'Time an expired link still shows what happened to its question',
      least: 7,
      most: 90,
    },
  },
  examples: [
    ['keptDays', 7, true],
    ['keptDays', 60, false],
  ],
})
