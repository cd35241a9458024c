import { defineDrug } from '../dose/drug.ts'

export const ondansetron = defineDrug({
  id: 'ondansetron',
  title: 'ondansetron',
  ingredient: 'ondansetron',
  names: ['Zofran'],
  form: 'solution for injection',
  routes: ['IV'],
  schedule: 'none',
  strengths: [{ mg: '2', per: 'mL', vialMl: ['2', '20'] }],
  families: ['setron'],
  codes: [{ system: 'RxNorm', code: '26225', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '4', highestMg: '8', leastMinutes: 240, by: 'nurse', reason: 'nausea' }],
  examples: [
    ['Zofran', true],
    ['ondansetron HCl', true],
    ['granisetron', false],
  ],
})
