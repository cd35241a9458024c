import { defineDrug } from '../dose/drug.ts'

export const atropine = defineDrug({
  id: 'atropine',
  title: 'atropine',
  ingredient: 'atropine',
  names: [],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [
    { mg: '0.1', per: 'mL', vialMl: ['5', '10'] },
    { mg: '0.4', per: 'mL', vialMl: ['1', '20'] },
    { mg: '1', per: 'mL', vialMl: ['1'] },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '1223', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '0.5', highestMg: '3', leastMinutes: 3, by: 'prescriber', reason: 'slow pulse' }],
  examples: [
    ['atropine sulfate', true],
    ['glycopyrrolate', false],
  ],
})
