import { defineDrug } from '../dose/drug.ts'

export const naloxone = defineDrug({
  id: 'naloxone',
  title: 'naloxone',
  ingredient: 'naloxone',
  names: ['Narcan'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [
    { mg: '0.4', per: 'mL', vialMl: ['1', '10'] },
    { mg: '1', per: 'mL', vialMl: ['2'] },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '7242', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [
    { route: 'IV', usualMg: '0.4', highestMg: '2', leastMinutes: 2, by: 'prescriber', reason: 'opioid and slow breathing' },
  ],
  examples: [
    ['Narcan', true],
    ['naltrexone', false],
  ],
})
