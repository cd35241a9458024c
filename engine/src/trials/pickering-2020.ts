import { defineTrial, racemate } from '../trial/definition.ts'

export const pickering2020 = defineTrial({
  id: 'pickering-2020',
  title: 'One infusion of ketamine against placebo, crossed over: a negative trial',
  source: {
    citation: 'Pickering et al. Anesthesiology 2020;133:154–164',
    population: '20 adults with neuropathic pain',
    confidence: 'abstract read: areas of daily pain over 35 days, 185 ± 100 and 187 ± 90',
  },
  condition: 'neuropathic pain',
  standsIn: 'the two periods of the crossover are two arms; 0.5 mg/kg is given over 40 min, its true length was not found',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [
    { name: 'ketamine', n: 20, placebo: false, doses: (weightKg) => racemate([0], 40, weightKg / 2) },
    { name: 'placebo', n: 20, placebo: true, doses: (weightKg) => racemate([0], 40, weightKg / 2) },
  ],
  observed: [
    {
      what: 'area of pain over 35 days, ketamine over placebo: no difference',
      measure: { kind: 'ratio of areas', arm: 'ketamine', against: 'placebo', to: 35 },
      value: 0.99,
      low: 0.9,
      high: 1.1,
      unit: 'ratio',
      confidence: 'seen; tolerance 10 %',
    },
  ],
})
