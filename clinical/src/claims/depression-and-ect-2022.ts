import { defineClaim } from '../chart/claim.ts'

export const depressionAndEct2022 = defineClaim({
  id: 'depression-and-ect-2022',
  title: 'Beside ECT, in people in hospital',
  about: 'depression',
  text: 'In a trial of 186 people in hospital, 46 of 100 were well after ketamine and 63 of 100 after ECT. Of those who were well after ketamine, 70 of 100 had it back within 12 months.',
  figures: { ketamine: '46 of 100', ect: '63 of 100', back: '70 of 100' },
  source: 'KetECT, Int J Neuropsychopharmacol 2022;25:339–349',
  basis: 'source',
  population: 'People in hospital with depression',
  design: 'open trial',
  comparator: 'ECT',
  time: 'End of treatment, then 12 months',
  people: 186,
  estimates: [
    { what: 'Well at the end', unit: 'of 100', value: 46, against: { what: 'ECT', value: 63 } },
    { what: 'Had it back within 12 months', unit: 'of 100', value: 70 },
  ],
  certainty: 'moderate',
  besides: [],
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
