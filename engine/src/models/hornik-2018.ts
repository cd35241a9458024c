import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Volumes grow with weight, clearances with weight to the power 0.75; both are given per 70 kg. */
export const hornik2018 = defineModel({
  id: 'hornik-2018',
  title: 'Racemic ketamine, two compartments, children, into the muscle',
  source: {
    citation: 'Hornik et al. J Clin Pharmacol 2018;58:1092–1104, doi 10.1002/jcph.1116',
    population: '113 children, 50 of them by the muscle, 0.02–17.6 years, 2.4–176 kg; a program limits it to 1–18 years',
    confidence:
      'numbers seen in one program; the abstract, read, names 126 samples after the vein too, but a clearance half of all other studies: refused for the vein until the paper is read',
  },
  drug: 'racemic-ketamine',
  route: 'intramuscular',
  sampling: 'not found',
  validity: { weightKg: [2, 176], ageYears: [1, 18] },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    const clearance = volume ** 0.75
    return fromClearances({
      cl: litresPerHour(38.9) * clearance,
      v1: 32.8 * volume,
      q2: litresPerHour(54.9) * clearance,
      v2: 152 * volume,
      q3: 0,
      v3: 0,
    })
  },
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: ['norketamine'],
  examples: [{ subject: { weightKg: 70 }, expect: { v1: 32.8, k10: 0.0197663, k21: 0.00601974 } }],
})
