import { definePolicy } from '../policy.ts'

export const booking = definePolicy({
  id: 'booking',
  title: 'Calls, evaluations and visits on the calendar',
  group: 'Booking and calls',
  source: 'how clinics work, clinical reference 8.1; ours',
  basis: 'proposed',
  values: {
    callMinutes: { value: 15, unit: 'min', says: 'A call is this long', least: 5, most: 60 },
    callLeadMinutes: { value: 60, unit: 'min', says: 'A call is offered no sooner than this from now', least: 0, most: 2880 },
    callHorizonDays: { value: 14, unit: 'days', says: 'A call is offered up to so far ahead', least: 1, most: 90 },
    evaluationMinutes: {
      value: 45,
      unit: 'min',
      says: 'An evaluation in the clinic is this long',
      least: 15,
      most: 120,
      source: 'ours: a first visit has a history, an examination and a talk about consent in it',
    },
    evaluationByPhoneMinutes: {
      value: 45,
      unit: 'min',
      says: 'An evaluation by phone is this long',
      least: 15,
      most: 120,
      source: 'ours: a first visit has a history and a talk about consent in it',
    },
    evaluationStepMinutes: { value: 15, unit: 'min', says: 'Evaluations begin at steps of', least: 5, most: 60 },
    evaluationLeadMinutes: {
      value: 60,
      unit: 'min',
      says: 'An evaluation is offered no sooner than this from now',
      least: 0,
      most: 2880,
    },
    evaluationHorizonDays: { value: 60, unit: 'days', says: 'An evaluation is offered up to so far ahead', least: 7, most: 183 },
    visitStepMinutes: { value: 15, unit: 'min', says: 'Visits begin at steps of', least: 5, most: 60 },
    visitHorizonDays: { value: 183, unit: 'days', says: 'Visits are planned up to so far ahead', least: 14, most: 366 },
    callPatienceMinutes: { value: 5, unit: 'min', says: 'A call not started by then is late', least: 1, most: 30 },
  },
  examples: [
    ['callMinutes', 20, true],
    ['callMinutes', 0, false],
  ],
})
