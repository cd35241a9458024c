import { defineClaim } from '../chart/claim.ts'

export const reliefTwoThirds = defineClaim({
  id: 'relief-two-thirds',
  title: 'About two thirds get relief from pain',
  text: 'In one trial in CRPS, after about 100 hours of S-ketamine in hospital, the chance of relief was put at 67 in 100, against 23 in 100 on placebo. The difference lasted to week 11 and was gone by week 12. In small studies of CRPS without a control group, about 7 in 10 had at least 30 % less pain straight after treatment and about 6 in 10 one to three months later.',
  source:
    'Dahan et al. Eur J Pain 2011;15:258–267; Sigtermans et al. Pain 2009;145:304–311; Zhao et al. Curr Pain Headache Rep 2018;22:12',
  basis: 'source',
  population: 'Complex regional pain syndrome only',
  design: 'One randomized trial and its model; one meta-analysis of before-and-after studies',
  comparator: 'Placebo in the trial; none in the meta-analysis',
  time: 'Up to 11 weeks',
  people: 60,
  estimates: [
    { what: 'Chance of relief, by the model of the trial', value: '67 %', interval: '± 10 %', comparator: 'Placebo 23 % ± 9 %' },
    { what: 'At least 30 % less pain, straight after', value: '69 %', interval: '53 to 84 %', comparator: null },
    { what: 'At least 30 % less pain, at one to three months', value: '58 %', interval: '41 to 75 %', comparator: null },
  ],
  besides: ['cochrane-2025', 'not-fda-approved'],
  confidence: 'seen',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-11-22',
  examples: [
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2027-11-21', true],
    ['2027-11-22', false],
  ],
})
