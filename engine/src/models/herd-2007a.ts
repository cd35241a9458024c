import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Volumes grow with weight, clearances with weight to the power 0.75; both are given per 70 kg. */
export const herd2007a = defineModel({
  id: 'herd-2007a',
  title: 'Racemic ketamine, two compartments, children',
  source: {
    citation: 'Herd & Anderson. Paediatr Anaesth 2007, doi 10.1111/j.1460-9592.2006.02145.x',
    population: 'children; a program limits it to 1–14 years and 10.8–74.8 kg',
    confidence:
      'seen in one program; between-subject spread of 38 % in clearance and about 60 % in volume is recalled only, hence not used',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: [10.8, 74.8], ageYears: [1, 14] },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    const clearance = volume ** 0.75
    return fromClearances({
      cl: litresPerHour(90) * clearance,
      v1: 38.7 * volume,
      q2: litresPerHour(215) * clearance,
      v2: 102 * volume,
      q3: 0,
      v3: 0,
    })
  },
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: ['norketamine', 'maturation'],
  examples: [{ subject: { weightKg: 70 }, expect: { v1: 38.7, k10: 0.0387597, k21: 0.0351307 } }],
})
