import { defineDrug } from '../dose/drug.ts'

export const ketorolac = defineDrug({
  id: 'ketorolac',
  title: 'ketorolac',
  ingredient: 'ketorolac',
  names: ['Toradol'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [
    { mg: '15', per: 'mL', vialMl: ['1'] },
    { mg: '30', per: 'mL', vialMl: ['1', '2'] },
  ],
  families: ['nsaid'],
  codes: [{ system: 'RxNorm', code: '35827', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '15', highestMg: '30', leastMinutes: 360, by: 'nurse', reason: 'headache, pain' }],
  examples: [
    ['Toradol', true],
    ['ketorolac tromethamine', true],
    ['ketamine', false],
  ],
})
