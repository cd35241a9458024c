import { defineDrug } from '../dose/drug.ts'

export const sodiumChloride = defineDrug({
  id: 'sodium-chloride',
  title: 'sodium chloride 0.9 %',
  ingredient: 'sodium chloride',
  names: ['normal saline', 'isotonic saline', 'NS'],
  form: 'solution for infusion',
  routes: ['IV'],
  schedule: 'none',
  strengths: [{ mg: '9', per: 'mL', vialMl: ['250', '500', '1000'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '9863', doubt: 'recalled, not looked up; the ingredient' }],
  source: 'US bags of 250, 500 and 1000 mL, 9 mg/mL; prescription, not scheduled',
  basis: 'proposed',
  chair: [],
  examples: [
    ['Normal saline', true],
    ['lactated Ringer’s', false],
    ['ketamine', false],
  ],
})
