import { defineClaim } from '../chart/claim.ts'

export const sprayLabel2019 = defineClaim({
  id: 'spray-label-2019',
  title: 'On the label of the nasal spray',
  about: 'harm',
  text: 'On the label of the esketamine spray, from 61 to 75 of 100 people felt far away or unreal. Some passed out: 3 of 1,000.',
  figures: { far: 'from 61 to 75 of 100', passedOut: '3 of 1,000' },
  source: 'FDA label of esketamine nasal spray, 2019',
  basis: 'source',
  population: 'Depression, esketamine spray',
  design: 'controlled trial',
  comparator: 'Placebo',
  time: 'In the first 2 hours',
  people: null,
  estimates: [
    { what: 'Felt far away or unreal, least', unit: 'of 100', value: 61 },
    { what: 'Felt far away or unreal, most', unit: 'of 100', value: 75 },
    { what: 'Passed out', unit: 'of 100', value: 0.3 },
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
