import { defineDrug } from '../dose/drug.ts'

export const metoclopramide = defineDrug({
  id: 'metoclopramide',
  title: 'metoclopramide',
  ingredient: 'metoclopramide',
  names: ['Reglan'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [{ mg: '5', per: 'mL', vialMl: ['2'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '6915', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '10', highestMg: '10', leastMinutes: 360, by: 'nurse', reason: 'nausea' }],
  examples: [
    ['Reglan', true],
    ['metoprolol', false],
  ],
})
