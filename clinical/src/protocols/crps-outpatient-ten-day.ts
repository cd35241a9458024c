import { defineProtocol } from '../dose/protocol.ts'

export const crpsOutpatientTenDay = defineProtocol({
  id: 'crps-outpatient-ten-day',
  title: 'CRPS, ten weekdays of four hours',
  source: 'Schwartzman et al. Pain 2009;147:107–115',
  basis: 'source',
  gives: { drug: 'ketamine', by: 'infusion' },
  indication: 'pain',
  dose: { amount: '0.35', unit: 'mg/kg/h' },
  minutes: 240,
  cap: { amount: '25', unit: 'mg/h', source: 'Schwartzman et al. 2009: at most 25 mg/h, so 100 mg a day' },
  infusate: { infusateMg: '100', finalMl: '100' },
  isDaily: true,
  sessions: 10,
  spacing: {
    leastHours: 18,
    days: 'weekdays',
    text: 'Ten weekdays in a row; a missed day is added at the end',
    source: 'Schwartzman et al. 2009 (ten days); the missed day and the 18 hours are policy',
  },
  limits: [
    { kind: 'hard', what: 'Rate', most: '25', unit: 'mg/h', source: 'Schwartzman et al. 2009' },
    { kind: 'soft', what: 'Rate by weight', most: '1', unit: 'mg/kg/h', source: 'clinical reference 9.4' },
    {
      kind: 'soft',
      what: 'Total of a session',
      least: '80',
      most: '200',
      unit: 'mg',
      source: 'Cohen et al. 2018 (80 mg); 200 mg is policy',
    },
    { kind: 'soft', what: 'Length', least: '120', unit: 'min', source: 'Cohen et al. 2018' },
  ],
  checks: {
    afterStart: [5, 10, 15],
    afterRateChange: [5, 10, 15],
    thenEvery: 15,
    recoveryEvery: 15,
    source: 'clinical reference 3.1; proposed',
  },
  recovery: { leastMinutes: 60, source: 'clinical reference 9.3; proposed' },
  block: { prepareMinutes: 30, turnoverMinutes: 15, source: 'clinical reference 8.3; proposed' },
  stopRule: {
    text: 'No worthwhile relief four weeks after the course: talk it over, no booster',
    source: 'clinical reference 9.2, S51; proposed',
  },
  examples: [
    { weightKg: '80', doseMg: '100', rateMgPerHour: '25' },
    { weightKg: '72', doseMg: '100', rateMgPerHour: '25' },
    { weightKg: '55', doseMg: '77', rateMgPerHour: '19.25' },
  ],
})
