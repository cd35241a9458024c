import { defineTrial, type Observation, racemate } from '../trial/definition.ts'

const tooShort =
  'the pooled trials keep a difference to week 12 that neither this prior nor the trial with the longest infusion shows; the sources disagree about the tail'

const difference = (week: number, value: number, low: number, high: number, doesNotFit?: string): Observation => ({
  what: `difference of means at ${week} ${week === 1 ? 'week' : 'weeks'}`,
  measure: { kind: 'difference of means', arm: 'ketamine', against: 'placebo', from: week * 7, to: week * 7 },
  value,
  low,
  high,
  unit: 'NRS',
  confidence: 'seen with its 95 % interval',
  ...(doesNotFit && { doesNotFit }),
})

const tenDays = () => racemate([-11, -10, -9, -8, -7, -4, -3, -2, -1, 0], 240, 100)

export const michelet2018 = defineTrial({
  id: 'michelet-2018',
  title: 'Six trials pooled: ketamine against placebo, to twelve weeks',
  source: {
    citation: 'Michelet et al. Eur J Pain 2018;22:632–646',
    population: '195 adults with chronic pain of several kinds',
    confidence: 'abstract read',
  },
  condition: 'chronic pain',
  standsIn: 'ten outpatient days of 100 mg stand for six different regimens',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [
    { name: 'ketamine', n: 99, placebo: false, doses: tenDays },
    { name: 'placebo', n: 96, placebo: true, doses: tenDays },
  ],
  observed: [
    difference(1, -1.42, -2.4, -0.44),
    difference(2, -1.66, -2.96, -0.36),
    difference(4, -1.12, -2.33, 0.09),
    difference(8, -1.11, -1.74, -0.48, tooShort),
    difference(12, -0.82, -1.42, -0.23, tooShort),
  ],
})
