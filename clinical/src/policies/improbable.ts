import { definePolicy } from '../policy.ts'

const from = (says: string, value: number, unit: string, least: number, most: number) => ({ value, unit, says, least, most })

export const improbable = definePolicy({
  id: 'improbable',
  title: 'Values that are confirmed before they are saved',
  group: 'Vital signs and how long they are good for',
  source: 'ours: wide enough that a real emergency is charted without a question, narrow enough that most slips are caught',
  basis: 'proposed',
  values: {
    weightPercent: from('Confirm a weight that differs from the last one by more than', 10, '%', 3, 25),
    bodyMassLeast: from('Confirm a body mass index under', 15, 'kg/m²', 12, 18),
    bodyMassMost: from('Confirm a body mass index over', 50, 'kg/m²', 40, 70),
    heightPercent: from('Confirm a height that differs from the record by more than', 3, '%', 1, 10),
    ageMost: from('Confirm an age over', 110, 'years', 100, 120),
    systolicLeast: from('Confirm a systolic pressure under', 60, 'mmHg', 40, 90),
    systolicMost: from('Confirm a systolic pressure over', 240, 'mmHg', 180, 280),
    diastolicLeast: from('Confirm a diastolic pressure under', 30, 'mmHg', 20, 50),
    diastolicMost: from('Confirm a diastolic pressure over', 150, 'mmHg', 110, 180),
    pulsePressureLeast: from('Confirm a pulse pressure under', 15, 'mmHg', 5, 25),
    pulseLeast: from('Confirm a pulse under', 35, '/min', 20, 50),
    pulseMost: from('Confirm a pulse over', 190, '/min', 150, 230),
    spo2Least: from('Confirm an SpO₂ under', 75, '%', 50, 88),
    respLeast: from('Confirm a breathing rate under', 5, '/min', 2, 8),
    respMost: from('Confirm a breathing rate over', 45, '/min', 30, 60),
  },
  examples: [
    ['weightPercent', 10, true],
    ['weightPercent', 50, false],
    ['spo2Least', 95, false],
  ],
})
