import { definePolicy } from '../policy.ts'

export const drugCount = definePolicy({
  id: 'drug-count',
  title: 'Counts of the drug book',
  group: 'Drug book',
  source: 'clinical reference 7.1',
  basis: 'proposed',
  values: {
    openedPercent: {
      value: '2',
      unit: '%',
      says: 'Count of an opened vial may differ from the book by',
      least: '0',
      most: '5',
    },
    days: {
      value: 7,
      unit: 'd',
      says: 'Two people count the safe at least every',
      least: 1,
      most: 31,
    },
    sealed: { value: 0, unit: 'vials', says: 'Sealed vials may differ from the book by', least: 0, most: 0 },
  },
  examples: [
    ['openedPercent', '1.5', true],
    ['openedPercent', '10', false],
    ['sealed', 1, false],
  ],
})
