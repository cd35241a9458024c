import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'
import { omegaOf } from '../numeric/normal.ts'
import { defineRoute } from '../route.ts'
import { hours, perHour } from '../units.ts'

export const oralPerezRuixo2021 = defineRoute({
  id: 'oral-perez-ruixo-2021',
  title: 'Esketamine swallowed as a solution, by way of the liver',
  source: {
    citation: perezRuixo2021.source.citation,
    population: 'one of thirteen studies: 84 mg of S-ketamine swallowed by healthy volunteers',
    confidence: 'seen in one library of models, which quotes table 3 of the paper line by line',
  },
  way: 'oral',
  model: perezRuixo2021.id,
  marks: { 'share past the gut, 0.64': 'source', 'rate 0.97 per hour, release over 0.32 h': 'source' },
  paths: (_, own) => [
    { into: 'liver', share: 0.64, lag: 0, release: hours(0.32), rates: [own('rate from the gut', perHour(0.97))] },
  ],
  spread: { basis: 'source', of: [{ name: 'rate from the gut', scale: 'log', sd: omegaOf(1.32) }] },
  notModelled: ['what is made of it in the wall of the gut, 0.36 of what is swallowed', 'tablets, which dissolve first'],
  examples: [
    {
      subject: { weightKg: 70, ageYears: 45 },
      mg: 84,
      bioavailability: 0.178013557,
      atMin: 60,
      ketamineNgPerMl: 23.1809627,
      norketamineNgPerMl: 137.001124,
    },
  ],
})
