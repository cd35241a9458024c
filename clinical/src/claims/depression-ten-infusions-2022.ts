import { defineClaim } from '../chart/claim.ts'

export const depressionTenInfusions2022 = defineClaim({
  id: 'depression-ten-infusions-2022',
  title: 'At six weeks, and of those who stayed',
  about: 'depression',
  text: 'In private clinics, 50 of 100 were better at 6 weeks, and 20 of 100 were well. After 10 infusions it was 72 of 100, of those who stayed. People who stop are often those it does not help.',
  figures: { week6: '50 of 100', well: '20 of 100', stayed: '72 of 100' },
  source: 'Oliver et al. J Clin Psychiatry 2022;83',
  basis: 'source',
  population: 'People with depression in private clinics',
  design: 'clinic records',
  comparator: 'No comparison group',
  time: '6 weeks, and after 10 infusions',
  people: 424,
  estimates: [
    { what: 'Half the symptoms gone at 6 weeks', unit: 'of 100', value: 50 },
    { what: 'Well at 6 weeks', unit: 'of 100', value: 20 },
    { what: 'Half the symptoms gone after 10 infusions, of those who stayed', unit: 'of 100', value: 72 },
  ],
  certainty: 'very low',
  besides: ['depression-blinded-2025'],
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
