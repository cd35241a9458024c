import { defineDurability } from '../durability.ts'

export const antidepressantDurabilityMurrough2013 = defineDurability({
  id: 'antidepressant-durability-murrough-2013',
  title: 'How long responders stay well after six infusions with nothing given afterwards',
  source: {
    citation: 'Murrough et al. Biol Psychiatry 2013;74:250–256',
    population: '24 adults with resistant depression; quartiles of relapse 11, 18 and 27 days, followed to day 83',
    confidence:
      'median seen in a second source, the outer quartiles recalled; the few still well at day 83 are not reproduced, which would need a share who never relapse',
  },
  drivenBy: 'time alone; nothing published links concentration to how long a response lasts',
  shape: 1.75126,
  scaleDays: 22.1903,
  fewDataAfterDay: 40,
  examples: [
    { day: 7, expect: 0.875827 },
    { day: 14, expect: 0.639954 },
    { day: 28, expect: 0.222532 },
  ],
})
