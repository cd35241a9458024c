import type { GivenDose } from '../forecast/shape.ts'
import { defineTrial } from '../trial/definition.ts'
import { days, mgPerHour } from '../units.ts'

const sevenDays = (): GivenDose[] => [{ startDay: -7, endDay: 0, mg: mgPerHour(14) * days(7), drug: 's-ketamine' }]

export const mangnus2022 = defineTrial({
  id: 'mangnus-2022',
  title: 'S-ketamine for seven days, no comparator',
  source: {
    citation: 'Mangnus et al. Pain Pract 2022, doi 10.1111/papr.13056',
    population: '48 adults with complex regional pain syndrome, median pain 8',
    confidence: 'abstract read',
  },
  condition: 'complex regional pain syndrome',
  standsIn: 'everybody is given the highest rate, 14 mg/h; a responder is taken as 30 % better',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [{ name: 'S-ketamine', n: 48, placebo: false, doses: sevenDays }],
  observed: [
    {
      what: 'responders at the end',
      measure: { kind: 'responders', arm: 'S-ketamine', fall: 0.3, day: 1 },
      value: 0.62,
      low: 0.47,
      high: 0.76,
      unit: 'share',
      confidence: 'seen; interval of 30 of 48 (Wilson)',
    },
    {
      what: 'responders at four weeks',
      measure: { kind: 'responders', arm: 'S-ketamine', fall: 0.3, day: 28 },
      value: 0.48,
      low: 0.34,
      high: 0.62,
      unit: 'share',
      confidence: 'seen; interval of 23 of 48 (Wilson)',
    },
  ],
})
