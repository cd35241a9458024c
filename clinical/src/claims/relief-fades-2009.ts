import { defineClaim } from '../chart/claim.ts'

export const reliefFades2009 = defineClaim({
  id: 'relief-fades-2009',
  title: 'Relief fades by week twelve',
  about: 'pain',
  text: 'In the same hospital trial, pain in week 1 was 2.7 of 10 on ketamine and 5.5 of 10 on placebo. The gap closed week by week. At week 12 it could be chance. People could not do more than before.',
  figures: { week1: '2.7 of 10', week1Placebo: '5.5 of 10', lost: 'week 12' },
  source: 'Sigtermans et al. Pain 2009;145:304–311',
  basis: 'source',
  population: 'Adults with CRPS, about 100 hours in hospital',
  design: 'controlled trial',
  comparator: 'Placebo',
  time: 'Weeks 1 to 12',
  people: 60,
  estimates: [
    { what: 'Pain in week 1', unit: 'points of 10', value: 2.7, give: 0.5, against: { what: 'placebo', value: 5.5, give: 0.5 } },
  ],
  certainty: 'low',
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
