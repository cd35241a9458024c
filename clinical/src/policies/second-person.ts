import { definePolicy } from '../policy.ts'

export const secondPerson = definePolicy({
  id: 'second-person',
  title: 'Two people at the syringe, and the pump beside the log',
  group: 'Second person and witness',
  source: 'clinical reference 9.5, step 12',
  basis: 'proposed',
  values: {
    readingHoldsMinutes: {
      value: 30,
      unit: 'min',
      says: 'A reading waits so long for the second one; after that both read again',
      least: 5,
      most: 60,
    },
    pumpOffPercent: {
      value: 5,
      unit: '%',
      says: 'The pump’s total may differ from the log by this share before it is marked',
      least: 1,
      most: 10,
      source: 'infusion pumps are specified to about 5 % of the delivered volume',
    },
    pumpOffMl: {
      value: '0.5',
      unit: 'mL',
      says: 'A difference up to this is never marked, however small the volume',
      least: '0.1',
      most: '2',
      source: 'half a milliliter is the last step of most displays and lines',
    },
  },
  examples: [
    ['readingHoldsMinutes', 20, true],
    ['readingHoldsMinutes', 120, false],
    ['pumpOffMl', '1', true],
    ['pumpOffPercent', 25, false],
  ],
})
