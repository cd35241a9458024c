import type { GivenDose } from '../forecast/shape.ts'
import { defineTrial } from '../trial/definition.ts'
import { hours, inDays, mgPerHour } from '../units.ts'

const minutes = hours(100)

/** Raised by effect to a mean of 22.2 mg/h per 70 kg at the end: the rate is per 70 kg, and grows with the weight. */
const hundredHours = (weightKg: number): GivenDose[] => [
  { startDay: -inDays(minutes), endDay: 0, mg: (mgPerHour(20) * minutes * weightKg) / 70, drug: 's-ketamine' },
]

export const sigtermans2009 = defineTrial({
  id: 'sigtermans-2009',
  title: 'S-ketamine over four days against placebo, twelve weeks of follow-up',
  source: {
    citation: 'Sigtermans et al. Pain 2009;145:304–311, doi 10.1016/j.pain.2009.06.023',
    population: '60 adults with complex regional pain syndrome type 1 for a mean of 7.4 years',
    confidence: 'abstract read: the means of week 1 with their standard errors, and that the difference was lost by week 12',
  },
  condition: 'complex regional pain syndrome',
  standsIn: 'the dose, raised by effect in each, is one mean rate of 20 mg/h per 70 kg',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [
    { name: 'S-ketamine', n: 30, placebo: false, doses: hundredHours },
    { name: 'placebo', n: 30, placebo: true, doses: hundredHours },
  ],
  observed: [
    {
      what: 'mean pain in week 1 under S-ketamine',
      measure: { kind: 'mean pain', arm: 'S-ketamine', from: 1, to: 7 },
      value: 2.68,
      low: 1.68,
      high: 3.68,
      unit: 'NRS',
      confidence: 'seen, ± 0.51; tolerance 1.0',
    },
    {
      what: 'mean pain in week 1 under placebo',
      measure: { kind: 'mean pain', arm: 'placebo', from: 1, to: 7 },
      value: 5.45,
      low: 4.45,
      high: 6.45,
      unit: 'NRS',
      confidence: 'seen, ± 0.48; tolerance 1.0',
    },
    {
      what: 'difference in week 12: lost (P = 0.07)',
      measure: { kind: 'difference of means', arm: 'S-ketamine', against: 'placebo', from: 78, to: 84 },
      value: 0,
      low: -1.2,
      high: 1.2,
      unit: 'NRS',
      confidence: 'seen as a P value; arms within 1.2',
    },
  ],
})
