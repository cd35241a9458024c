import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Volumes grow with weight, clearances with weight to the power 0.75; both are given per 70 kg. */
export const flint2017 = defineModel({
  id: 'flint-2017',
  title: 'S-ketamine and S-norketamine in children who are sedated in intensive care',
  source: {
    citation: 'Flint et al. Pediatr Anesth 2017;27:1098–1107, doi 10.1111/pan.13239',
    population: '25 children in intensive care, 0.02–12.5 years, 3.4–35 kg, 86 samples, 0.3–3.6 mg/kg/h',
    confidence: 'abstract read; the rest seen in one library of models',
  },
  drug: 's-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: [3.4, 35], ageYears: [0.02, 12.5] },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    const clearance = volume ** 0.75
    return fromClearances({
      cl: litresPerHour(112) * clearance,
      v1: 7.73 * volume,
      q2: litresPerHour(196) * clearance,
      v2: 545 * volume,
      q3: 0,
      v3: 0,
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
          cl: litresPerHour(53.2) * volume ** 0.75,
          v1: volume,
          q2: 0,
          v2: 0,
          q3: 0,
          v3: 0,
        }),
        massRatio: 1,
      },
    ]
  },
  variability: {
    id: 'flint-2017',
    title: 'Between children in intensive care',
    source: {
      citation: 'Flint et al. Pediatr Anesth 2017;27:1098–1107',
      population: '25 children in intensive care',
      confidence:
        'seen in one library of models; 40.2 % and 104 % with a correlation of 0.506, read as coefficients of variation',
    },
    basis: 'source',
    of: ['cl', 'norketamine.cl'],
    omega: [
      [0.149802, 0.167688],
      [0.167688, 0.733137],
    ],
  },
  standardErrors: { cl: 0.09, v1: 0.31, q2: 0.22, v2: 0.19, 'norketamine.cl': 0.27 },
  residual: {
    ketamine: { proportional: 0.419, additive: 0 },
    norketamine: { proportional: 0.475, additive: 0 },
  },
  effectSite: 'not published',
  notModelled: [
    'norketamine clearance, which rises by 0.870 % with every hour since the first dose: its value at the first dose is kept, so after 24 h norketamine is a fifth too high',
    'the share that becomes norketamine, and its volume, which the study could not tell apart (volume fixed at 1 L per 70 kg)',
  ],
  examples: [
    {
      subject: { weightKg: 17.5, ageYears: 5, sex: 'female' },
      expect: { v1: 1.9325, k10: 0.341509 },
      metabolites: { norketamine: { v1: 0.25, k10: 1.25394 } },
    },
  ],
})
