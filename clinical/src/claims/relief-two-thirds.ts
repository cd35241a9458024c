import { defineClaim } from '../chart/claim.ts'

export const reliefTwoThirds = defineClaim({
  id: 'relief-two-thirds',
  title: 'About two thirds get relief from pain',
  about: 'pain',
  text: 'In one trial in CRPS, after about 100 hours of S-ketamine in hospital, the chance of relief was put at 67 in 100, against 23 in 100 on placebo. The difference lasted to week 11 and was gone by week 12. In small studies of CRPS without a control group, about 7 in 10 had at least 30 % less pain straight after treatment and about 6 in 10 one to three months later.',
  figures: {
    relief: '67 of 100',
    placebo: '23 of 100',
    reliefOfTwenty: 'about 13 of 20',
    noneOfTwenty: 'about 7 of 20',
    placeboOfTwenty: 'about 5 of 20',
    hours: 'about 100 hours',
  },
  source:
    'Dahan et al. Eur J Pain 2011;15:258–267; Sigtermans et al. Pain 2009;145:304–311; Zhao et al. Curr Pain Headache Rep 2018;22:12',
  basis: 'source',
  population: 'Adults with CRPS, a severe limb pain, in hospital',
  design: 'controlled trial',
  comparator: 'Placebo',
  time: 'Up to 11 weeks',
  people: 60,
  estimates: [
    {
      what: 'Chance of relief, by the model of the trial',
      unit: 'of 100',
      value: 67,
      give: 10,
      against: { what: 'placebo', value: 23, give: 9 },
    },
    { what: 'At least 30 % less pain straight after, no comparison group', unit: 'of 100', value: 69, range: [53, 84] },
    { what: 'The same, one to three months later', unit: 'of 100', value: 58, range: [41, 75] },
  ],
  certainty: 'low',
  besides: ['cochrane-2025', 'not-fda-approved'],
  confidence: 'seen',
  isSaidOnCall: true,
  reviewer: 'Dripline, against the source',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-11-22',
  examples: [
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2027-11-21', true],
    ['2027-11-22', false],
  ],
})
