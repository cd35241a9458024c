import { definePolicy } from '../policy.ts'

export const signInLifetime = definePolicy({
  id: 'sign-in-lifetime',
  title: 'How long a sign-in lasts',
  group: 'Signing in',
  source:
    'NIST SP 800-63B-4 (2025), section 2.2.3: with two factors at most an hour without activity and at most 24 hours in all; twelve hours in all are our own, a long shift',
  basis: 'source',
  values: {
    idleMinutes: { value: 60, unit: 'min', says: 'A sign-in ends when nothing was asked for by it for', least: 5, most: 60 },
    overallHours: {
      value: 12,
      unit: 'h',
      says: 'A sign-in ends, whatever is done with it, after',
      least: 1,
      most: 24,
      basis: 'proposed',
    },
  },
  examples: [
    ['idleMinutes', 15, true],
    ['idleMinutes', 61, false],
    ['idleMinutes', 4, false],
    ['overallHours', 24, true],
    ['overallHours', 25, false],
    ['overallHours', 0, false],
  ],
})
