import { defineDrug } from '../dose/drug.ts'

export const magnesiumSulfate = defineDrug({
  id: 'magnesium-sulfate',
  title: 'magnesium sulfate',
  ingredient: 'magnesium sulfate',
  names: ['magnesium', 'mag sulfate'],
  form: 'solution for injection',
  routes: ['IV'],
  schedule: 'none',
  strengths: [
    { mg: '500', per: 'mL', vialMl: ['2', '10', '20'] },
    { mg: '40', per: 'mL', vialMl: ['50', '100'] },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '6585', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory; no added benefit in Pickering 2020',
  basis: 'proposed',
  chair: [
    { route: 'IV', usualMg: '1000', highestMg: '3000', leastMinutes: 60, by: 'prescriber', reason: 'pain, with the infusion' },
  ],
  examples: [
    ['magnesium sulfate', true],
    ['magnesium', true],
    ['morphine sulfate', false],
  ],
})
