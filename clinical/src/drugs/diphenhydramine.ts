import { defineDrug } from '../dose/drug.ts'

export const diphenhydramine = defineDrug({
  id: 'diphenhydramine',
  title: 'diphenhydramine',
  ingredient: 'diphenhydramine',
  names: ['Benadryl'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'none',
  strengths: [{ mg: '50', per: 'mL', vialMl: ['1', '10'] }],
  families: ['antihistamine'],
  codes: [{ system: 'RxNorm', code: '3498', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '25', highestMg: '50', leastMinutes: 240, by: 'nurse', reason: 'itching, hives' }],
  examples: [
    ['Benadryl', true],
    ['hydroxyzine', false],
  ],
})
