import { definePolicy } from '../policy.ts'

export const charting = definePolicy({
  id: 'charting',
  title: 'What is charted when, and when it is late',
  group: 'Charting times at the chair',
  source: 'clinical reference 9.3 and 9.5',
  basis: 'proposed',
  values: {
    scoresEvery: { value: 30, unit: 'min', says: 'Each score is due again after', least: 5, most: 60 },
    secondPersonWithin: {
      value: 5,
      unit: 'min',
      says: 'A drawn-up dose may wait this long for the second person',
      least: 2,
      most: 30,
    },
    overdueAdvise: {
      value: 1.25,
      unit: 'times the interval',
      says: 'Vital signs overdue: chart them now',
      least: 1.25,
      most: 1.25,
      source: 'clinical reference 9.3, vitals overdue',
    },
    overdueCall: {
      value: 2,
      unit: 'times the interval',
      says: 'Vital signs overdue: a second nurse goes to the chair',
      least: 2,
      most: 2,
      source: 'clinical reference 9.3, vitals overdue',
    },
    overdueStop: {
      value: 3,
      unit: 'times the interval',
      says: 'Vital signs overdue: pause the infusion',
      least: 3,
      most: 3,
      source: 'clinical reference 9.3, vitals overdue',
    },
    lateEntryMinutes: {
      value: 5,
      unit: 'min',
      says: 'An entry is marked late when charted this long after the event',
      least: 5,
      most: 5,
      source: 'clinical reference 9.5, step 27',
    },
    repeatMinutes: {
      value: 5,
      unit: 'min',
      says: 'A recheck is due within',
      least: 2,
      most: 10,
      source: 'clinical reference 9.3: repeated at 2 to 5 min',
    },
    roundMinutes: { value: 2, unit: 'min', says: 'Scores entered this close together are one round', least: 1, most: 10 },
  },
  together: ({ overdueAdvise, overdueCall, overdueStop }) =>
    Number(overdueAdvise) < Number(overdueCall) && Number(overdueCall) < Number(overdueStop)
      ? null
      : 'chart, then call, then pause',
  examples: [
    ['scoresEvery', 15, true],
    ['scoresEvery', 90, false],
    ['overdueCall', 1, false],
  ],
})
