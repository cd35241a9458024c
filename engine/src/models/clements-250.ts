import { defineModel } from '../model.ts'

/** Volume in L, rate constants in 1/min. */
export const clements250 = defineModel({
  id: 'clements-250',
  title: 'Racemic ketamine, two compartments, after a bolus of 250 µg/kg',
  source: {
    citation: 'Clements & Nimmo. Br J Anaesth 1981;53:27–30, doi 10.1093/bja/53.1.27',
    population: 'healthy adults, 250 µg/kg by bolus',
    confidence: 'seen in one program, paper not opened; the set for 125 µg/kg was not found',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: 'not found', ageYears: 'not found' },
  reads: [],
  parameters: ({ weightKg }) => ({ v1: 1.7522 * weightKg, k10: 0.0109, k12: 0.0186, k21: 0.0137, k13: 0, k31: 0 }),
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: ['a third compartment', 'norketamine', 'age', 'sex'],
  examples: [{ subject: { weightKg: 70 }, expect: { v1: 122.654, k10: 0.0109, k21: 0.0137 } }],
})
