import { defineClaim } from '../chart/claim.ts'

export const crpsBeforeAfter2018 = defineClaim({
  id: 'crps-before-after-2018',
  title: 'Before and after, in CRPS',
  about: 'pain',
  text: 'Without a comparison group, 69 of 100 people with CRPS had at least 30 % less pain straight after a course. One to three months later it was 58 of 100. Numbers without a comparison group look better than trials do.',
  figures: { atOnce: '69 of 100', later: '58 of 100' },
  source: 'Zhao et al. Curr Pain Headache Rep 2018;22:12',
  basis: 'source',
  population: 'People with CRPS in 15 small studies',
  design: 'pooled before and after',
  comparator: 'No comparison group',
  time: 'Straight after, and at one to three months',
  people: 258,
  estimates: [
    { what: 'At least 30 % less pain, straight after', unit: 'of 100', value: 69, range: [53, 84] },
    { what: 'At least 30 % less pain, one to three months later', unit: 'of 100', value: 58, range: [41, 75] },
  ],
  certainty: 'very low',
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
