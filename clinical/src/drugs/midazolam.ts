import { defineDrug } from '../dose/drug.ts'

export const midazolam = defineDrug({
  id: 'midazolam',
  title: 'midazolam',
  ingredient: 'midazolam',
  names: ['Versed'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'C-IV',
  strengths: [
    { mg: '1', per: 'mL', vialMl: ['2', '5', '10'] },
    { mg: '5', per: 'mL', vialMl: ['1', '2', '5', '10'] },
  ],
  families: ['benzodiazepine'],
  codes: [{ system: 'RxNorm', code: '6960', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory; schedule IV, 21 CFR 1308.14',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '1', highestMg: '2', leastMinutes: 20, by: 'prescriber', reason: 'distress' }],
  examples: [
    ['midazolam', true],
    ['Versed', true],
    ['Midazolam HCl', true],
    ['ketamine', false],
  ],
})
