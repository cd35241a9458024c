import { defineDrug } from '../dose/drug.ts'

export const ketamine = defineDrug({
  id: 'ketamine',
  title: 'ketamine',
  ingredient: 'ketamine',
  names: ['Ketalar', 'racemic ketamine', 'ketamine racemic'],
  form: 'solution for injection',
  routes: ['IV', 'IM'],
  schedule: 'C-III',
  strengths: [
    { mg: '10', per: 'mL', vialMl: ['20'] },
    { mg: '50', per: 'mL', vialMl: ['10'] },
    { mg: '100', per: 'mL', vialMl: ['5', '10'] },
  ],
  families: ['ketamine'],
  codes: [{ system: 'RxNorm', code: '6130', doubt: 'recalled, not looked up' }],
  source: 'US vials of 10, 50 and 100 mg/mL, clinical reference 2.3; schedule III, 21 CFR 1308.13',
  basis: 'source',
  chair: [],
  examples: [
    ['ketamine', true],
    ['Ketamine', true],
    ['ketamine HCl', true],
    ['Ketamine Hydrochloride injection', true],
    ['esketamine', false],
    ['midazolam', false],
  ],
})
