import { defineDrug } from '../dose/drug.ts'

export const clonidine = defineDrug({
  id: 'clonidine',
  title: 'clonidine',
  ingredient: 'clonidine',
  names: ['Catapres'],
  form: 'tablet',
  routes: ['by mouth'],
  schedule: 'none',
  strengths: [
    { mg: '0.1', per: 'tablet' },
    { mg: '0.2', per: 'tablet' },
    { mg: '0.3', per: 'tablet' },
  ],
  families: [],
  codes: [{ system: 'RxNorm', code: '2599', doubt: 'recalled, not looked up' }],
  source: 'clinical reference 2.4, from memory (0.1 mg before the infusion, seen at clinics)',
  basis: 'proposed',
  chair: [
    {
      route: 'by mouth',
      usualMg: '0.1',
      highestMg: '0.2',
      leastMinutes: 60,
      by: 'nurse',
      reason: 'before the infusion; pressure',
    },
  ],
  examples: [
    ['Catapres', true],
    ['clonazepam', false],
  ],
})
