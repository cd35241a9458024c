import { defineClaim } from '../chart/claim.ts'

export const tenDaysModelled = defineClaim({
  id: 'ten-days-modelled',
  title: 'Ten clinic days, by the model',
  about: 'how it works',
  text: 'By the same model, ten clinic days end near half the pain in a typical person who responds. Relief falls below a third about two weeks later, and it could be from 5 to 28 days. In people who do not respond the line stays flat.',
  figures: { atEnd: 'near half', third: 'below a third', below: 'about two weeks later', range: 'from 5 to 28 days' },
  source: 'Dahan et al. 2011 and Kamp et al. 2020, by our engine',
  basis: 'proposed',
  population: 'A drawn adult of 70 kg who responds; 10 days of 100 mg',
  design: 'model estimate',
  comparator: 'None',
  time: 'To day 28',
  people: null,
  estimates: [
    { what: 'Relief at the end, model estimate', unit: 'of 100', value: 51 },
    { what: 'Relief under 30 % from', unit: 'days', value: 15, range: [5, 28] },
  ],
  certainty: 'not graded',
  besides: ['cochrane-2025'],
  confidence: 'seen',
  isSaidOnCall: false,
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
