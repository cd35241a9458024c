import { defineClaim } from '../chart/claim.ts'

export const cochrane2025 = defineClaim({
  id: 'cochrane-2025',
  title: 'No clear benefit over all lasting pain',
  about: 'pain',
  text: 'A Cochrane review of 2025 put 67 trials with 2309 people together. It found no clear benefit of ketamine or its relatives for lasting pain at any time. Side effects were about three times as common. How sure this is: low to very low.',
  figures: { trials: '67 trials', people: '2,309 people', harm: 'about three times as common' },
  source: 'Ferraro et al. Cochrane Database Syst Rev 2025, CD015373',
  basis: 'source',
  population: 'Lasting pain of any cause',
  design: 'pooled trials',
  comparator: 'Placebo, usual care or another drug',
  time: 'Straight after treatment and later',
  people: 2309,
  estimates: [
    { what: 'Difference in pain straight after a drip', unit: 'points of 100', value: -15.79, range: [-32.09, 0.51] },
    { what: 'Any side effect', unit: 'times', value: 3.26, range: [1.05, 10.09] },
  ],
  certainty: 'very low',
  besides: [],
  confidence: 'seen',
  isSaidOnCall: true,
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
