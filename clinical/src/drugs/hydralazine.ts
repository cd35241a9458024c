import { defineDrug } from '../dose/drug.ts'

export const hydralazine = defineDrug({
  id: 'hydralazine',
  title: 'hydralazine',
  ingredient: 'hydralazine',
  names: ['Apresoline'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [{ mg: '20', per: 'mL', vialMl: ['1'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '5470', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '5', highestMg: '10', leastMinutes: 20, by: 'prescriber', reason: 'high blood pressure' }],
  examples: [
    ['Apresoline', true],
    ['hydroxyzine', false],
  ],
})
