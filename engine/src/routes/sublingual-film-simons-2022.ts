import { simons2022 } from '../models/simons-2022.ts'
import { defineRoute } from '../route.ts'

export const sublingualFilmSimons2022 = defineRoute({
  id: 'sublingual-film-simons-2022',
  title: 'S-ketamine from a film under the tongue or in the cheek, and what is swallowed of it, seen only as metabolites',
  source: {
    citation: simons2022.source.citation,
    population: '20 volunteers of about 24 years, 50 and 100 mg as films, held for ten minutes before swallowing',
    confidence:
      'seen in one library of models, which quotes table 4 of the paper; the share of 26 % in the abstract too. What is swallowed is printed as 116 % of the dose: with it more comes of a film than was in it, as far as the metabolites tell',
  },
  way: 'sublingual-film',
  model: simons2022.id,
  marks: {
    'share through the mucosa, 0.263': 'source',
    'rate 0.04 per min, release over 13.1 min': 'source',
    'share swallowed, 1.16': 'source',
    'rate 0.049 per min, release over 29.9 min, then 10.7 min': 'source',
    'what is swallowed never is ketamine in plasma': 'source',
  },
  paths: () => [
    { into: 'plasma', share: 0.263, lag: 0, release: 13.1, rates: [0.04] },
    { into: 'metabolism', share: 1.16, lag: 0, release: 29.9, rates: [0.049, 1 / 10.7] },
  ],
  notModelled: [
    'that 50 mg gave more than half of what 100 mg gave: the paper puts both into one share',
    'how one day differs from the next: the shares, the releases and the rates',
    'a film that is not held',
  ],
  examples: [
    {
      subject: { weightKg: 70 },
      mg: 50,
      bioavailability: 0.263,
      atMin: 60,
      ketamineNgPerMl: 45.2759415,
      norketamineNgPerMl: 250.5814055,
    },
  ],
})
