import { defineDrug } from '../dose/drug.ts'

export const glycopyrrolate = defineDrug({
  id: 'glycopyrrolate',
  title: 'glycopyrrolate',
  ingredient: 'glycopyrrolate',
  names: ['Robinul'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [{ mg: '0.2', per: 'mL', vialMl: ['1', '2', '5', '20'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '4955', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '0.2', highestMg: '0.4', leastMinutes: 30, by: 'nurse', reason: 'saliva' }],
  examples: [
    ['Robinul', true],
    ['atropine', false],
  ],
})
