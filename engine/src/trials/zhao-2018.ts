import type { GivenDose } from '../forecast/shape.ts'
import { defineTrial, type Observation } from '../trial/definition.ts'
import { days, mgPerHour } from '../units.ts'

const tooShort =
  'uncontrolled series keep more responders at one to three months than this prior does; the sources disagree about the tail'
const pooled = (): GivenDose[] => [{ startDay: -8.41, endDay: 0, mg: mgPerHour(10) * days(8.41), drug: 's-ketamine' }]

const responders = (what: string, day: number, value: number, low: number, high: number, doesNotFit?: string): Observation => ({
  what,
  measure: { kind: 'responders', arm: 'ketamine', fall: 0.3, day },
  value,
  low,
  high,
  unit: 'share',
  confidence: 'seen with its 95 % interval',
  ...(doesNotFit && { doesNotFit }),
})

export const zhao2018 = defineTrial({
  id: 'zhao-2018',
  title: 'Fifteen studies pooled: how many are 30 % better',
  source: {
    citation: 'Zhao et al. Curr Pain Headache Rep 2018;22:12, doi 10.1007/s11916-018-0664-x',
    population: '258 people with complex regional pain syndrome, mean infusion 8.41 days',
    confidence: 'abstract read',
  },
  condition: 'complex regional pain syndrome',
  standsIn: '10 mg/h of S-ketamine over the mean length stand for fifteen different regimens',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [{ name: 'ketamine', n: 258, placebo: false, doses: pooled }],
  observed: [
    responders('responders at once', 1, 0.69, 0.53, 0.84),
    responders('responders at one month', 30, 0.58, 0.41, 0.75),
    responders('responders at three months', 90, 0.58, 0.41, 0.75, tooShort),
  ],
})
