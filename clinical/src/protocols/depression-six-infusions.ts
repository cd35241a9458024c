import { defineProtocol } from '../dose/protocol.ts'

export const depressionSixInfusions = defineProtocol({
  id: 'depression-six-infusions',
  title: 'Depression, six infusions of forty minutes',
  source:
    'Sanacora et al. JAMA Psychiatry 2017;74:399–405 (dose); Phillips et al. Am J Psychiatry 2019;176:401–409 (six infusions in two weeks)',
  basis: 'source',
  gives: { drug: 'ketamine', by: 'infusion' },
  indication: 'depression',
  dose: { amount: '0.5', unit: 'mg/kg' },
  minutes: 40,
  cap: null,
  infusate: { infusateMg: 'the dose', finalMl: '100' },
  isDaily: false,
  sessions: 6,
  spacing: {
    leastHours: 24,
    days: { perWeek: { least: 2, most: 3 } },
    text: 'Two or three a week, over two to three weeks',
    source: 'Sanacora et al. 2017; clinical reference 9.4 (24 h)',
  },
  limits: [
    { kind: 'soft', what: 'First dose', most: '0.5', unit: 'mg/kg', source: 'clinical reference 9.4' },
    { kind: 'soft', what: 'Rate by weight', most: '1', unit: 'mg/kg/h', source: 'clinical reference 9.4' },
    { kind: 'soft', what: 'Time since the last dose', least: '24', unit: 'h', source: 'clinical reference 9.4' },
  ],
  checks: {
    afterStart: [5, 10, 15],
    afterRateChange: [5, 10, 15],
    thenEvery: 15,
    recoveryEvery: 15,
    source: 'clinical reference 3.1; proposed',
  },
  recovery: { leastMinutes: 30, source: 'clinical reference 9.3; proposed' },
  block: { prepareMinutes: 30, turnoverMinutes: 15, source: 'clinical reference 8.3; proposed' },
  stopRule: {
    text: 'No response after four to six infusions: talk it over, no booster. Stop if the gap cannot reach a week by month two',
    source: 'Sanacora et al. 2017, from memory; proposed',
  },
  examples: [
    { weightKg: '70', doseMg: '35', rateMgPerHour: '52.5' },
    { weightKg: '82', doseMg: '41', rateMgPerHour: '61.5' },
  ],
})
