import { defineClaim } from '../chart/claim.ts'

export const sevenDays2022 = defineClaim({
  id: 'seven-days-2022',
  title: 'Seven days: 62 of 100, then 48',
  about: 'pain',
  text: 'After 7 days of S-ketamine, 62 of 100 people with CRPS had less pain. About 4 weeks later it was 48 of 100. Nobody had a placebo.',
  figures: { atEnd: '62 of 100', later: '48 of 100' },
  source: 'Mangnus et al. Pain Pract 2022, doi 10.1111/papr.13056',
  basis: 'source',
  population: 'People with CRPS, 7 days in hospital',
  design: 'clinic records',
  comparator: 'No comparison group',
  time: 'At the end, and about 4 weeks later',
  people: 48,
  estimates: [
    { what: 'Had less pain at the end', unit: 'of 100', value: 62 },
    { what: 'Had less pain about 4 weeks later', unit: 'of 100', value: 48 },
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
