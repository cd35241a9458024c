import { defineModel } from '../model.ts'

/** Volumes in L, rate constants in 1/min. */
export const domino = defineModel({
  id: 'domino',
  title: 'Racemic ketamine, three compartments, adults: the set that infusion pumps carry',
  source: {
    citation: 'Domino et al. 1982 (Anesth Analg 61:87) or 1984 (Clin Pharmacol Ther 36:645): programs disagree on which',
    population: 'adults, intravenous bolus',
    confidence: 'seen alike in three programs, paper not opened',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'not found',
  validity: { weightKg: 'not found', ageYears: [18, 'not found'] },
  reads: [],
  parameters: ({ weightKg }) => ({
    v1: 0.063 * weightKg,
    k10: 0.4381,
    k12: 0.5921,
    k21: 0.247,
    k13: 0.59,
    k31: 0.0146,
  }),
  variability: 'not published',
  standardErrors: 'not found',
  residual: 'not published',
  effectSite: {
    ke0: 0.238,
    low: 0.2,
    high: 0.28,
    seenBy: 'an index of nociception',
    source: {
      citation: 'Navarrete et al. J Clin Monit Comput 2025;39:349',
      population: 'twenty people after a bolus of 0.1 mg/kg; the index was lowest after 1.83 min (SD 0.74)',
      confidence: 'abstract read',
    },
  },
  notModelled: ['norketamine', 'age', 'sex'],
  examples: [
    { subject: { weightKg: 70, ageYears: 40, sex: 'male' }, expect: { v1: 4.41, k10: 0.4381 } },
    { subject: { weightKg: 100, ageYears: 40, sex: 'female' }, expect: { v1: 6.3, k10: 0.4381 } },
  ],
})
