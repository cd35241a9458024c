import { defineDrug } from '../dose/drug.ts'

export const lorazepam = defineDrug({
  id: 'lorazepam',
  title: 'lorazepam',
  ingredient: 'lorazepam',
  names: ['Ativan'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'C-IV',
  strengths: [
    { mg: '2', per: 'mL', vialMl: ['1', '10'] },
    { mg: '4', per: 'mL', vialMl: ['1', '10'] },
  ],
  families: ['benzodiazepine'],
  codes: [{ system: 'RxNorm', code: '6470', doubt: 'recalled, not looked up' }],
  source: 'typical adult dose, from memory; schedule IV, 21 CFR 1308.14',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '0.5', highestMg: '2', leastMinutes: 30, by: 'prescriber', reason: 'distress' }],
  examples: [
    ['Ativan', true],
    ['midazolam', false],
  ],
})
