import { defineModel } from '../model.ts'

/** Volume in L, rate constants in 1/min. */
export const hijazi2003 = defineModel({
  id: 'hijazi-2003',
  title: 'Racemic ketamine, two compartments, adults in intensive care',
  source: {
    citation: 'Hijazi et al. Br J Anaesth 2003;90:155–160, doi 10.1093/bja/aeg028',
    population:
      'twelve adults in intensive care with injury of brain or spine (recalled); one program gives an upper age of 18, wrongly',
    confidence: 'seen in one program; its clearance and volume agree with what is recalled of the paper',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: 'not found', ageYears: [18, 'not found'] },
  reads: [],
  parameters: ({ weightKg }) => ({ v1: 1.08 * weightKg, k10: 0.0333, k12: 0.0088, k21: 0.003, k13: 0, k31: 0 }),
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: ['norketamine', 'the illness itself', 'age', 'sex'],
  examples: [{ subject: { weightKg: 70 }, expect: { v1: 75.6, k10: 0.0333, k21: 0.003 } }],
})
