import { defineClaim } from '../chart/claim.ts'

export const fiveDays2025 = defineClaim({
  id: 'five-days-2025',
  title: 'Five short days: 20 to 46 of 100',
  about: 'pain',
  text: 'In a group of 1,034 people with lasting pain, from 20 to 46 of 100 had a change that mattered to them, by the question asked. They had other care as well, and nobody had a placebo.',
  figures: { people: '1,034 people', change: 'from 20 to 46 of 100' },
  source: 'Tankha et al. Reg Anesth Pain Med 2025',
  basis: 'source',
  population: 'Lasting pain of several kinds, with other care beside it',
  design: 'clinic records',
  comparator: 'No comparison group',
  time: '3 and 6 months',
  people: 1034,
  estimates: [
    { what: 'A change that mattered, by the question with the least', unit: 'of 100', value: 20.3 },
    { what: 'A change that mattered, by the question with the most', unit: 'of 100', value: 46.4 },
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
