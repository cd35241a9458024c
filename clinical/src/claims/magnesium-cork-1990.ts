import { defineClaim } from '../chart/claim.ts'

export const magnesiumCork1990 = defineClaim({
  id: 'magnesium-cork-1990',
  title: 'Magnesium, the cork in the gate',
  about: 'how it works',
  text: 'At rest, magnesium keeps nearly all NMDA gates shut: in single channels about 4 of 100 let current in. With a strong signal it is 23 of 100. In our drawing of a nerve that months of pain have changed it is 39 of 100; how far such a nerve shifts is our own teaching number.',
  figures: { rest: 'about 4 of 100', signal: '23 of 100', stuck: '39 of 100' },
  source: 'Jahr and Stevens. J Neurosci 1990;10:3178–3182',
  basis: 'source',
  population: 'Single channels of rat nerve cells',
  design: 'laboratory',
  comparator: 'The same channels at rest',
  time: 'Moments',
  people: null,
  estimates: [
    { what: 'Gates that conduct, strong signal', unit: 'of 100', value: 23 },
    { what: 'The same, in our drawing of a changed nerve', unit: 'of 100', value: 39 },
  ],
  certainty: 'not graded',
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
