import { defineDrug } from '../dose/drug.ts'

export const ephedrine = defineDrug({
  id: 'ephedrine',
  title: 'ephedrine',
  ingredient: 'ephedrine',
  names: [],
  form: 'solution for injection',
  routes: ['IV'],
  schedule: 'none',
  strengths: [
    { mg: '5', per: 'mL', vialMl: ['10'] },
    { mg: '50', per: 'mL', vialMl: ['1'] },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '3966', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '5', highestMg: '25', leastMinutes: 5, by: 'prescriber', reason: 'low blood pressure' }],
  examples: [
    ['ephedrine sulfate', true],
    ['epinephrine', false],
  ],
})
