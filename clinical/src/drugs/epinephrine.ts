import { defineDrug } from '../dose/drug.ts'

export const epinephrine = defineDrug({
  id: 'epinephrine',
  title: 'epinephrine',
  ingredient: 'epinephrine',
  names: ['adrenaline', 'EpiPen'],
  form: 'solution for injection',
  routes: ['IM'],
  schedule: 'none',
  strengths: [{ mg: '1', per: 'mL', vialMl: ['1', '30'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '3992', doubt: 'recalled, not looked up' }],
  source: 'anaphylaxis guidance, from memory',
  basis: 'proposed',
  chair: [{ route: 'IM', usualMg: '0.3', highestMg: '1', leastMinutes: 5, by: 'prescriber', reason: 'anaphylaxis' }],
  examples: [
    ['adrenaline', true],
    ['EpiPen', true],
    ['ephedrine', false],
  ],
})
