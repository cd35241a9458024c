import { defineClaim } from '../chart/claim.ts'

export const notFdaApproved = defineClaim({
  id: 'not-fda-approved',
  title: 'Not FDA-approved for pain or depression',
  text: 'Ketamine is approved by the FDA as an anesthetic. It is not approved for pain or for depression; using it for them is off-label. A nasal spray of esketamine is approved for depression that two other drugs did not relieve.',
  source: 'FDA labels of ketamine and esketamine; FDA alert of 10 October 2023 on compounded ketamine',
  basis: 'source',
  population: 'Everyone who is offered infusions',
  design: 'Regulatory status',
  comparator: 'None',
  time: 'At the day of review',
  people: null,
  estimates: [],
  besides: [],
  confidence: 'seen',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-05-22',
  examples: [
    ['2026-11-22', true],
    ['2027-05-21', true],
    ['2027-05-22', false],
  ],
})
