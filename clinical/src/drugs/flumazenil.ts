import { defineDrug } from '../dose/drug.ts'

export const flumazenil = defineDrug({
  id: 'flumazenil',
  title: 'flumazenil',
  ingredient: 'flumazenil',
  names: ['Romazicon'],
  form: 'solution for injection',
  routes: ['IV'],
  schedule: 'none',
  strengths: [{ mg: '0.1', per: 'mL', vialMl: ['5', '10'] }],
  families: [],
  codes: [{ system: 'RxNorm', code: '4457', doubt: 'recalled, not looked up' }],
  source: 'US label, from memory; not with long benzodiazepine use or seizures',
  basis: 'proposed',
  chair: [
    {
      route: 'IV',
      usualMg: '0.2',
      highestMg: '1',
      leastMinutes: 1,
      by: 'prescriber',
      reason: 'too sleepy after a benzodiazepine',
    },
  ],
  examples: [
    ['Romazicon', true],
    ['fluconazole', false],
  ],
})
