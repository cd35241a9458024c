import { defineClaim } from '../chart/claim.ts'

export const cochrane2025 = defineClaim({
  id: 'cochrane-2025',
  title: 'No clear benefit over all lasting pain',
  text: 'A Cochrane review of 2025 put 67 trials with 2309 people together. It found no clear benefit of ketamine or its relatives for lasting pain at any time. Side effects were about three times as common. How sure this is: low to very low.',
  source: 'Ferraro et al. Cochrane Database Syst Rev 2025, CD015373',
  basis: 'source',
  population: 'Chronic pain of any cause',
  design: 'Systematic review of 67 randomized trials',
  comparator: 'Placebo, usual care or another drug',
  time: 'Straight after treatment and later',
  people: 2309,
  estimates: [
    {
      what: 'Pain straight after intravenous ketamine, points of 100',
      value: '−15.79',
      interval: '−32.09 to 0.51',
      comparator: 'Control',
    },
    { what: 'Adverse events, ratio', value: '3.26', interval: '1.05 to 10.09', comparator: 'Control' },
  ],
  besides: [],
  confidence: 'seen',
  reviewedOn: '2026-11-22',
  expiresOn: '2027-11-22',
  examples: [
    ['2026-11-22', true],
    ['2027-11-22', false],
  ],
})
