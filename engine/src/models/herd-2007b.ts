import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Volumes grow with weight, clearances with weight to the power 0.75; both are given per 70 kg. */
export const herd2007b = defineModel({
  id: 'herd-2007b',
  title: 'Racemic ketamine, two compartments, children and pooled adults',
  source: {
    citation: 'Herd, Anderson & Holford. Paediatr Anaesth 2007, doi 10.1111/j.1460-9592.2007.02257.x',
    population: 'children, with pooled adults',
    confidence:
      'seen in a data base that quotes the abstract, with the half-life of 2.1 h that these numbers give; one such entry multiplies by 70 where it should divide',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: 'not found', ageYears: 'not found' },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    const clearance = volume ** 0.75
    return fromClearances({
      cl: litresPerHour(47.8 + 12.4) * clearance,
      v1: 22 * volume,
      q2: litresPerHour(216) * clearance,
      v2: 129 * volume,
      q3: 0,
      v3: 0,
    })
  },
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: [
    'norketamine over time: its formation (12.4 L/h per 70 kg) and elimination (13.5 L/h per 70 kg) are known and settle it at 0.92 of ketamine, its volume was not found',
  ],
  examples: [{ subject: { weightKg: 70 }, expect: { v1: 22, k10: 0.0456061, k12: 0.163636 } }],
})
