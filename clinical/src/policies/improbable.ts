import { definePolicy } from '../policy.ts'

const from = (says: string, value: number, unit: string, least: number, most: number) => ({ value, unit, says, least, most })

export const improbable = definePolicy({
  id: 'improbable',
  title: 'Values that are confirmed before they are saved',
  group: 'Signs and how long they hold',
  source: 'ours: wide enough that a real emergency is charted without a question, narrow enough that most slips are caught',
  basis: 'proposed',
  values: {
    weightPercent: from('A weight that differs from the last one measured by more than this is asked back', 10, '%', 3, 25),
    bodyMassLeast: from('A weight and height under this body mass index are asked back', 15, 'kg/m²', 12, 18),
    bodyMassMost: from('A weight and height over this body mass index are asked back', 50, 'kg/m²', 40, 70),
    heightPercent: from('A height that differs from the one on record by more than this is asked back', 3, '%', 1, 10),
    ageMost: from('A date of birth longer ago than this is asked back', 110, 'years', 100, 120),
    systolicLeast: from('An upper number under this is asked back', 60, 'mmHg', 40, 90),
    systolicMost: from('An upper number over this is asked back', 240, 'mmHg', 180, 280),
    diastolicLeast: from('A lower number under this is asked back', 30, 'mmHg', 20, 50),
    diastolicMost: from('A lower number over this is asked back', 150, 'mmHg', 110, 180),
    pulsePressureLeast: from('Upper and lower number closer than this are asked back', 15, 'mmHg', 5, 25),
    pulseLeast: from('A pulse under this is asked back', 35, '/min', 20, 50),
    pulseMost: from('A pulse over this is asked back', 190, '/min', 150, 230),
    spo2Least: from('A saturation under this is asked back', 75, '%', 50, 88),
    respLeast: from('Fewer breaths than this are asked back', 5, '/min', 2, 8),
    respMost: from('More breaths than this are asked back', 45, '/min', 30, 60),
  },
  examples: [
    ['weightPercent', 10, true],
    ['weightPercent', 50, false],
    ['spo2Least', 95, false],
  ],
})
