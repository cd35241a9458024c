import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Parent of Fanta 2015 as Otto 2021 fixed it, metabolite of Otto 2021. Central volumes grow with weight, clearances with weight to the power 0.75; the rest stays. */
export const otto2021 = defineModel({
  id: 'otto-2021',
  title: 'S-ketamine and S-norketamine from arm veins: the disposition of Fanta 2015 with the metabolite of Otto 2021',
  source: {
    citation:
      'Otto et al. Eur J Clin Pharmacol 2021;77:1181–1192, doi 10.1007/s00228-021-03104-1, with Fanta et al. Eur J Clin Pharmacol 2015;71:441–447',
    population:
      '48 healthy adults of about 23 years and 68–71 kg, 1132 samples; the disposition from 11 healthy men followed for 23.5 h',
    confidence:
      'abstracts read; volumes, flows and the covariance seen in one library of models that took them from the tables and the supplement',
  },
  drug: 's-ketamine',
  route: 'intravenous',
  sampling: 'venous',
  validity: { weightKg: 'not found', ageYears: 'not found' },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    return fromClearances({
      cl: litresPerHour(95.2) * volume ** 0.75,
      v1: 133 * volume,
      q2: litresPerHour(157),
      v2: 98.8,
      q3: litresPerHour(23.2),
      v3: 187,
    })
  },
  metabolites: ({ weightKg }) => {
    const volume = weightKg / 70
    return [
      {
        analyte: 'norketamine',
        from: 'ketamine',
        fraction: 1,
        transit: 'none',
        disposition: fromClearances({
          cl: litresPerHour(57.72) * volume ** 0.75,
          v1: 98.638 * volume,
          q2: litresPerHour(42.778),
          v2: 160.04,
          q3: 0,
          v3: 0,
        }),
        massRatio: 1,
      },
    ]
  },
  variability: {
    id: 'otto-2021',
    title: 'Between healthy volunteers',
    source: {
      citation: 'Otto et al. Eur J Clin Pharmacol 2021;77:1181–1192, doi 10.1007/s00228-021-03104-1',
      population: '48 healthy adults of about 23 years',
      confidence: 'seen in one library of models that checked it against the table and the supplement',
    },
    basis: 'source',
    of: ['v1', 'cl', 'norketamine.v1', 'norketamine.cl'],
    omega: [
      [0.084177, 0.02261, 0, 0],
      [0.02261, 0.026048, 0, 0],
      [0, 0, 0.040426, 0.04456],
      [0, 0, 0.04456, 0.10319],
    ],
  },
  standardErrors: { 'norketamine.v1': 0.0377, 'norketamine.cl': 0.057, 'norketamine.v2': 0.176, 'norketamine.q2': 0.0751 },
  residual: {
    ketamine: { proportional: 0.23609, additive: 0 },
    norketamine: { proportional: 0.14261, additive: 0 },
  },
  effectSite: 'not published',
  notModelled: ['the change of mass from ketamine to norketamine', 'R-ketamine', 'age', 'sex'],
  examples: [
    {
      subject: { weightKg: 70 },
      expect: { v1: 133, k10: 0.0119298, k21: 0.0264845, k31: 0.00206774 },
      metabolites: { norketamine: { v1: 98.638, k10: 0.00975283, k12: 0.00722811, k21: 0.00445493 } },
    },
    { subject: { weightKg: 100 }, expect: { v1: 190, k10: 0.0109121 } },
  ],
})
