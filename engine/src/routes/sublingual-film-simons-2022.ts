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
  paths: (_, own) => [
    {
      into: 'plasma',
      share: own('share through the mucosa', 0.263),
      lag: 0,
      release: own('release to the mucosa', 13.1),
      rates: [own('rate through the mucosa', 0.04)],
    },
    {
      into: 'metabolism',
      share: own('share swallowed', 1.16),
      lag: 0,
      release: own('release to the gut', 29.9),
      rates: [own('rate from the gut', 0.049), 1 / own('time to the liver', 10.7)],
    },
  ],
  // What the paper found to differ from one day to the next in the same people stands for how people differ.
  spread: {
    basis: 'inferred',
    of: [
      { name: 'share through the mucosa', scale: 'log', sd: Math.sqrt(0.06) },
      { name: 'release to the mucosa', scale: 'log', sd: Math.sqrt(0.154) },
      { name: 'rate through the mucosa', scale: 'log', sd: Math.sqrt(0.062) },
      { name: 'share swallowed', scale: 'log', sd: Math.sqrt(0.057) },
      { name: 'release to the gut', scale: 'log', sd: Math.sqrt(0.611) },
      { name: 'rate from the gut', scale: 'log', sd: Math.sqrt(0.376) },
      { name: 'time to the liver', scale: 'log', sd: Math.sqrt(0.937) },
    ],
  },
  notModelled: [
    'that 50 mg gave more than half of what 100 mg gave: the paper puts both into one share',
    'how people differ beyond how one day differs from the next',
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
