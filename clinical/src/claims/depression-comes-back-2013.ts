import { defineClaim } from '../chart/claim.ts'

export const depressionComesBack2013 = defineClaim({
  id: 'depression-comes-back-2013',
  title: 'How soon it comes back without more',
  about: 'depression',
  text: 'In a small study of 24 people, 71 of 100 were better after 6 infusions in 12 days. Of those, half had it back within 18 days of the last.',
  figures: { better: '71 of 100', half: 'half', days: '18 days' },
  source: 'Murrough et al. Biol Psychiatry 2013;74:250–256',
  basis: 'source',
  population: 'Depression that other treatment did not relieve',
  design: 'small series',
  comparator: 'No comparison group',
  time: 'Up to 83 days after the last infusion',
  people: 24,
  estimates: [
    { what: 'Half the symptoms gone after 6 infusions', unit: 'of 100', value: 70.8 },
    { what: 'Half had it back within', unit: 'days', value: 18 },
  ],
  certainty: 'very low',
  besides: ['depression-blinded-2025'],
  confidence: 'seen in part',
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
