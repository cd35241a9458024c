import { defineDrug } from '../dose/drug.ts'

export const lactatedRingers = defineDrug({
  id: 'lactated-ringers',
  title: 'lactated Ringer’s',
  ingredient: 'lactated Ringer’s solution',
  names: ['LR', 'Ringer’s lactate', 'Hartmann’s'],
  form: 'solution for infusion',
  routes: ['IV'],
  schedule: 'none',
  // Sodium chloride, the largest of its four salts; it is ordered by volume.
  strengths: [{ mg: '6', per: 'mL', vialMl: ['250', '500', '1000'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '847630', doubt: 'recalled, not looked up' }],
  source: 'US bags of 250, 500 and 1000 mL; prescription, not scheduled',
  basis: 'proposed',
  chair: [],
  examples: [
    ['Ringer’s lactate', true],
    ['normal saline', false],
  ],
})
