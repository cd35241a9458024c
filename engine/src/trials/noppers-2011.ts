import { defineTrial, sKetamine } from '../trial/definition.ts'

const whateverTheDose =
  'the prior assumes that one person in nine is helped for weeks whatever the dose, which this trial does not show and is too small to exclude'

const placeboFades =
  'two of twelve were better by half in week eight without the drug; the placebo response of the prior has faded by then'

const once = (weightKg: number) => sKetamine([0], 30, weightKg / 2)

export const noppers2011 = defineTrial({
  id: 'noppers-2011',
  title: 'One infusion of S-ketamine against midazolam in fibromyalgia: nothing lasting',
  source: {
    citation: 'Noppers et al. Eur J Pain 2011;15:942–949',
    population: '24 people with fibromyalgia',
    confidence: 'abstract read: responders of more than 50 %, 2 against 0 of 12 in week 1, 2 against 2 in week 8',
  },
  condition: 'fibromyalgia',
  standsIn: 'midazolam as placebo',
  dropout: { perWeek: 0, basis: 'assumed' },
  arms: [
    { name: 'S-ketamine', n: 12, placebo: false, doses: once },
    { name: 'midazolam', n: 12, placebo: true, doses: once },
  ],
  observed: [
    {
      what: 'responders of 50 % in week 1 under S-ketamine: 2 of 12',
      measure: { kind: 'responders', arm: 'S-ketamine', fall: 0.5, day: 7 },
      value: 2 / 12,
      low: 0.047,
      high: 0.448,
      unit: 'share',
      confidence: 'seen; interval of 2 of 12 (Wilson)',
    },
    {
      what: 'responders of 50 % in week 1 under midazolam: 0 of 12',
      measure: { kind: 'responders', arm: 'midazolam', fall: 0.5, day: 7 },
      value: 0,
      low: 0,
      high: 0.24,
      unit: 'share',
      confidence: 'seen; interval of 0 of 12 (Wilson)',
    },
    {
      what: 'difference of mean pain in week 1: none',
      measure: { kind: 'difference of means', arm: 'S-ketamine', against: 'midazolam', from: 1, to: 7 },
      value: 0,
      low: -0.5,
      high: 0.5,
      unit: 'NRS',
      confidence: 'seen as 2 against 0 responders of 12, no difference; within half a point',
      doesNotFit: whateverTheDose,
    },
    {
      what: 'responders of 50 % in week 8 under S-ketamine: 2 of 12',
      measure: { kind: 'responders', arm: 'S-ketamine', fall: 0.5, day: 56 },
      value: 2 / 12,
      low: 0.047,
      high: 0.448,
      unit: 'share',
      confidence: 'seen; interval of 2 of 12 (Wilson)',
    },
    {
      what: 'responders of 50 % in week 8 under midazolam: 2 of 12',
      measure: { kind: 'responders', arm: 'midazolam', fall: 0.5, day: 56 },
      value: 2 / 12,
      low: 0.047,
      high: 0.448,
      unit: 'share',
      confidence: 'seen; interval of 2 of 12 (Wilson)',
      doesNotFit: placeboFades,
    },
    {
      what: 'difference of mean pain in week 8: none',
      measure: { kind: 'difference of means', arm: 'S-ketamine', against: 'midazolam', from: 50, to: 56 },
      value: 0,
      low: -0.5,
      high: 0.5,
      unit: 'NRS',
      confidence: 'seen as no difference; within half a point',
    },
  ],
})
