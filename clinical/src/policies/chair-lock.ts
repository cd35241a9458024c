import { definePolicy } from '../policy.ts'

export const chairLock = definePolicy({
  id: 'chair-lock',
  title: 'When a tablet at the chair locks',
  group: 'Charting times at the chair',
  source: 'our own: long enough to read a page aloud, short enough that nobody charts under another’s name',
  basis: 'proposed',
  values: {
    lockAfter: { value: 3, unit: 'min', says: 'A tablet at the chair locks when nobody has touched it for', least: 1, most: 15 },
  },
  examples: [
    ['lockAfter', 2, true],
    ['lockAfter', 0, false],
    ['lockAfter', 30, false],
  ],
})
