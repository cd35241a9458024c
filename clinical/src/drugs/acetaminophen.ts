import { defineDrug } from '../dose/drug.ts'

export const acetaminophen = defineDrug({
  id: 'acetaminophen',
  title: 'acetaminophen',
  ingredient: 'acetaminophen',
  names: ['Tylenol', 'paracetamol', 'APAP'],
  form: 'tablet',
  routes: ['by mouth'],
  schedule: 'none',
  strengths: [
    { mg: '325', per: 'tablet' },
    { mg: '500', per: 'tablet' },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '161', doubt: 'recalled, not looked up' }],
  source: 'US label of tablets: at most 1,000 mg at once; from memory',
  basis: 'proposed',
  chair: [{ route: 'by mouth', usualMg: '1000', highestMg: '1000', leastMinutes: 360, by: 'nurse', reason: 'headache' }],
  examples: [
    ['Tylenol', true],
    ['paracetamol', true],
    ['aspirin', false],
  ],
})
