import { fromClearances } from '../disposition.ts'
import { defineModel } from '../model.ts'
import { litresPerHour } from '../units.ts'

/** Volumes grow with weight, clearances with weight to the power 0.75; both are printed per 70 kg. */
export const kamp2020 = defineModel({
  id: 'kamp-2020',
  title: 'Ketamine, three compartments, pooled from eighteen studies',
  source: {
    citation: 'Kamp et al. Anesthesiology 2020;133:1192–1213, doi 10.1097/ALN.0000000000003577',
    population:
      'eighteen pooled studies, mostly healthy adults; arterial and venous samples mixed, racemate and S-ketamine mixed',
    confidence: 'seen alike in three programs, one of which names the meta-analytic table; paper not opened',
  },
  drug: 'racemic-ketamine',
  route: 'intravenous',
  sampling: 'mixed',
  validity: { weightKg: 'not found', ageYears: 'not found' },
  reads: [],
  parameters: ({ weightKg }) => {
    const volume = weightKg / 70
    const clearance = volume ** 0.75
    return fromClearances({
      cl: litresPerHour(84) * clearance,
      v1: 25 * volume,
      q2: litresPerHour(161) * clearance,
      v2: 56 * volume,
      q3: litresPerHour(79) * clearance,
      v3: 157 * volume,
    })
  },
  variability: 'not found',
  standardErrors: 'not found',
  residual: 'not found',
  effectSite: 'not published',
  notModelled: ['norketamine', 'the delay between artery and arm vein', 'what tells the enantiomers apart'],
  examples: [
    { subject: { weightKg: 70, ageYears: 40, sex: 'female' }, expect: { v1: 25, k10: 0.056, k31: 0.00838641 } },
    { subject: { weightKg: 35, ageYears: 20, sex: 'male' }, expect: { v1: 12.5, k10: 0.0665956 } },
  ],
})
