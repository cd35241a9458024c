import { clear, defer, defineRule } from '../rule.ts'

export const treatmentsBefore = defineRule({
  id: 'treatments-before',
  covers: ['S43'],
  title: 'Standard treatment for pain came first',
  source: 'AANA practice considerations 2024 (not first line); two treatments and three months are policy',
  basis: 'proposed',
  severity: 'defer',
  when: ['screening', 'plan'],
  for: 'pain',
  reads: ['treatmentsTried', 'painMonths'],
  check: ({ treatmentsTried, painMonths }) => {
    if (treatmentsTried < 2)
      return defer(`${treatmentsTried} standard ${treatmentsTried === 1 ? 'treatment' : 'treatments'} tried: two come first`)
    if (painMonths < 3) return defer(`Pain for ${painMonths} ${painMonths === 1 ? 'month' : 'months'}: chronic from three`)
    return clear
  },
  clearsWhen: 'Two standard treatments tried, and pain for three months',
  examples: [
    [{ treatmentsTried: 2, painMonths: 3 }, 'clear'],
    [{ treatmentsTried: 1, painMonths: 24 }, 'defer'],
    [{ treatmentsTried: 5, painMonths: 2 }, 'defer'],
  ],
})
