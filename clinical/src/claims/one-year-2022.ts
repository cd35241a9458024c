import { defineClaim } from '../chart/claim.ts'

export const oneYear2022 = defineClaim({
  id: 'one-year-2022',
  title: 'A year on: a small change, and few answers',
  about: 'pain',
  text: 'In 30 French clinics, pain went from 6.8 to 5.7 of 10 over 12 months. Only 93 of 240 people still answered. Nearly half, 45.7 of 100, stayed in severe pain.',
  figures: { before: '6.8', after: '5.7 of 10', answered: '93 of 240', severe: '45.7 of 100' },
  source: 'Corriger et al. Pain 2022;163:690–701',
  basis: 'source',
  population: 'Lasting pain that other care did not relieve',
  design: 'clinic records',
  comparator: 'No comparison group',
  time: '12 months',
  people: 256,
  estimates: [
    { what: 'Pain before', unit: 'points of 10', value: 6.8 },
    { what: 'Pain at 12 months, of those who answered', unit: 'points of 10', value: 5.7 },
    { what: 'Stayed in severe pain', unit: 'of 100', value: 45.7 },
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
