import { defineDrug } from '../dose/drug.ts'

export const albuterol = defineDrug({
  id: 'albuterol',
  title: 'albuterol',
  ingredient: 'albuterol',
  names: ['Ventolin', 'ProAir', 'Proventil', 'salbutamol'],
  form: 'inhaler',
  routes: ['inhaled'],
  schedule: 'none',
  strengths: [{ mg: '0.09', per: 'puff' }],
  families: [],
  codes: [{ system: 'RxNorm', code: '435', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory: two puffs of 0.09 mg',
  basis: 'proposed',
  chair: [{ route: 'inhaled', usualMg: '0.18', highestMg: '0.36', leastMinutes: 240, by: 'nurse', reason: 'wheezing' }],
  examples: [
    ['Ventolin', true],
    ['atenolol', false],
  ],
})
