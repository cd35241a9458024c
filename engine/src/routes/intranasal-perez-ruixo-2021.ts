import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'
import { omegaOf } from '../numeric/normal.ts'
import { defineRoute } from '../route.ts'
import { hours, perHour } from '../units.ts'

const sprayMg = 28
/** What passes of those that follow a first at once, over what passed of that. */
const ofLater = 0.62

/** The mean of the sprays that a dose is made of; parts of one beyond the first count as later ones. */
const throughNoseOf = (mg: number, throughNose: number) => {
  const sprays = Math.max(1, mg / sprayMg)
  return (throughNose * (1 + (sprays - 1) * ofLater)) / sprays
}

export const intranasalPerezRuixo2021 = defineRoute({
  id: 'intranasal-perez-ruixo-2021',
  title: 'Esketamine from the nose into plasma, and what is swallowed of it by way of the liver',
  source: {
    citation: perezRuixo2021.source.citation,
    population: '820 adults, 14–112 mg of S-ketamine into the nose; oral and intravenous doses in one of thirteen studies',
    confidence:
      'seen in one library of models, which quotes table 3 of the paper line by line; the peaks and areas printed in its table 4 are met within two in a hundred, the area of norketamine is not',
  },
  way: 'intranasal',
  model: perezRuixo2021.id,
  marks: {
    'share through the nose, 0.54': 'source',
    'of later sprays, 0.62 times': 'source',
    'between whole sprays': 'inferred',
    'share past the gut, 0.64': 'source',
    'rates 2.93 and 1.45 per hour, release over 0.53 h': 'source',
  },
  paths: (mg, own) => {
    const share = throughNoseOf(mg, own('share through the nose', 0.54))
    return [
      { into: 'plasma', share, lag: 0, release: 0, rates: [own('rate through the nose', perHour(2.93))] },
      {
        into: 'liver',
        share: (1 - share) * 0.64,
        lag: 0,
        release: hours(0.53),
        rates: [own('rate from the gut', perHour(1.45))],
      },
    ]
  },
  spread: {
    basis: 'source',
    of: [
      { name: 'share through the nose', scale: 'logit', sd: 0.708 },
      { name: 'rate through the nose', scale: 'log', sd: omegaOf(0.615) },
      { name: 'rate from the gut', scale: 'log', sd: omegaOf(1.32) },
    ],
  },
  notModelled: [
    'that more passes through the nose of Japanese participants, 1.34 times',
    'what is made of it in the wall of the gut, 0.36 of what is swallowed',
  ],
  examples: [
    {
      subject: { weightKg: 70, ageYears: 45 },
      mg: 28,
      bioavailability: 0.621886236,
      atMin: 40,
      ketamineNgPerMl: 43.7407194,
      norketamineNgPerMl: 27.7656432,
    },
    { subject: { weightKg: 70, ageYears: 45 }, mg: 56, bioavailability: 0.53755043, atMin: 40, ketamineNgPerMl: 72.9883147 },
  ],
})
