import { defineDrug } from '../dose/drug.ts'

export const labetalol = defineDrug({
  id: 'labetalol',
  title: 'labetalol',
  ingredient: 'labetalol',
  names: ['Trandate', 'Normodyne'],
  form: 'solution for injection',
  routes: ['IV'],
  schedule: 'none',
  strengths: [{ mg: '5', per: 'mL', vialMl: ['4', '20', '40'] }],
  families: ['beta-blocker'],
  codes: [{ system: 'RxNorm', code: '6185', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory',
  basis: 'proposed',
  chair: [{ route: 'IV', usualMg: '5', highestMg: '20', leastMinutes: 10, by: 'prescriber', reason: 'high blood pressure' }],
  examples: [
    ['Trandate', true],
    ['metoprolol', false],
  ],
})
