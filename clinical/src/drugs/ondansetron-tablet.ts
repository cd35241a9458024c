import { defineDrug } from '../dose/drug.ts'

export const ondansetronTablet = defineDrug({
  id: 'ondansetron-tablet',
  title: 'ondansetron, dissolving tablet',
  ingredient: 'ondansetron',
  names: ['Zofran ODT', 'ondansetron ODT'],
  form: 'tablet that dissolves',
  routes: ['by mouth'],
  schedule: 'none',
  strengths: [
    { mg: '4', per: 'tablet' },
    { mg: '8', per: 'tablet' },
  ],
  families: ['setron'],
  codes: [{ system: 'RxNorm', code: '26225', doubt: 'recalled, not looked up' }],
  source: 'typical adult dose, from memory',
  basis: 'proposed',
  chair: [{ route: 'by mouth', usualMg: '4', highestMg: '8', leastMinutes: 240, by: 'nurse', reason: 'nausea' }],
  examples: [
    ['Zofran ODT', true],
    ['clonidine', false],
  ],
})
