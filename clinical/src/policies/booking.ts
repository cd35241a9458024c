import { definePolicy } from '../policy.ts'

export const booking = definePolicy({
  id: 'booking',
  title: 'Calls, evaluations and visits on the calendar',
  group: 'Booking and calls',
  source: 'how clinics work, clinical reference 8.1; ours',
  basis: 'proposed',
  values: {
    callMinutes: { value: 15, unit: 'min', says: 'Length of a call', least: 5, most: 60 },
    callLeadMinutes: { value: 60, unit: 'min', says: 'Shortest notice for a call', least: 0, most: 2880 },
    callHorizonDays: { value: 14, unit: 'days', says: 'Calls can be booked this far ahead', least: 1, most: 90 },
    evaluationMinutes: {
      value: 45,
      unit: 'min',
      says: 'Length of an evaluation in the clinic',
      least: 15,
      most: 120,
      source: 'ours: a first visit includes a history, an exam and the consent discussion',
    },
    evaluationByPhoneMinutes: {
      value: 45,
      unit: 'min',
      says: 'Length of an evaluation by phone',
      least: 15,
      most: 120,
      source: 'ours: a first visit includes a history and the consent discussion',
    },
    evaluationStepMinutes: { value: 15, unit: 'min', says: 'Evaluations start every', least: 5, most: 60 },
    evaluationLeadMinutes: {
      value: 60,
      unit: 'min',
      says: 'Shortest notice for an evaluation',
      least: 0,
      most: 2880,
    },
    evaluationHorizonDays: { value: 60, unit: 'days', says: 'Evaluations can be booked this far ahead', least: 7, most: 183 },
    visitStepMinutes: { value: 15, unit: 'min', says: 'Visits start every', least: 5, most: 60 },
    visitHorizonDays: { value: 183, unit: 'days', says: 'Visits can be booked this far ahead', least: 14, most: 366 },
    callPatienceMinutes: { value: 5, unit: 'min', says: 'A call is late when not started after', least: 1, most: 30 },
  },
  examples: [
    ['callMinutes', 20, true],
    ['callMinutes', 0, false],
  ],
})
