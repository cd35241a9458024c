import { hornik2018 } from '../models/hornik-2018.ts'
import { defineRoute } from '../route.ts'

export const intramuscularHornik2018 = defineRoute({
  id: 'intramuscular-hornik-2018',
  title: 'Racemic ketamine from the muscle, children',
  source: {
    citation: hornik2018.source.citation,
    population: '113 children, 0.02–17.6 years, 2.4–176 kg; 149 samples after the muscle, 126 after the vein',
    confidence:
      'the share of 41 % and the form, one pool of first order, read in the abstract. The rate was not found: the one here lets plasma peak after 22 min at 70 kg, as adults’ is recalled to (Grant 1981), who absorbed twice the share',
  },
  way: 'intramuscular',
  model: hornik2018.id,
  marks: { 'share, 0.41': 'source', 'rate, 0.047 per min': 'inferred' },
  paths: () => [{ into: 'plasma', share: 0.41, lag: 0, release: 0, rates: [0.047] }],
  spread: 'not found',
  notModelled: ['norketamine', 'which muscle', 'adults, in whom a share of 93 % is recalled'],
  examples: [{ subject: { weightKg: 70 }, mg: 35, bioavailability: 0.41, atMin: 22, ketamineNgPerMl: 162.4563855 }],
})
