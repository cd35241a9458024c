import { clear, defer, defineRule } from '../rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  treatments: ({ tried }: { tried: number }) =>
    `${tried} standard ${tried === 1 ? 'treatment' : 'treatments'} tried: two come first`,
  months: ({ months }: { months: number }) => `Pain for ${months} ${months === 1 ? 'month' : 'months'}: chronic from three`,
} as const
const said = saying(says)

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
  says,
  check: ({ treatmentsTried, painMonths }) => {
    if (treatmentsTried < 2) return defer(said('treatments', { tried: treatmentsTried }))
    if (painMonths < 3) return defer(said('months', { months: painMonths }))
    return clear
  },
  clearsWhen: 'Two standard treatments tried, and pain for three months',
  examples: [
    [{ treatmentsTried: 2, painMonths: 3 }, 'clear'],
    [{ treatmentsTried: 1, painMonths: 24 }, 'defer'],
    [{ treatmentsTried: 5, painMonths: 2 }, 'defer'],
  ],
})
