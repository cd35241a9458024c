import { describe, expect, test } from 'vitest'
import { bolus, infusion } from './regimen.ts'
import { doseWarnings } from './warnings-doses.ts'

const about = (mg: number, minutes: number, weightKg = 70) =>
  doseWarnings([minutes === 0 ? bolus(mg) : infusion(mg, minutes)], weightKg).map(({ message }) => message)

describe('a dose above what anybody is given', () => {
  test('is warned of, with the slips that would explain it', () => {
    const [grams = ''] = about(35_000, 40)
    expect(grams).toContain('35000 mg, 500 mg/kg over 40 min')
    expect(grams).toContain('micrograms (35 mg, 0.5 mg/kg)')
    const [perKg = ''] = about(35 * 70, 40)
    expect(perKg).toContain('35 mg/kg over 40 min')
    expect(perKg).toContain('mg, not mg per kg (35 mg, 0.5 mg/kg)')
  })

  test.each([
    ['an induction of 2 mg/kg', 140, 0],
    ['half a mg/kg over 40 min', 35, 40],
    ['100 mg over 4 h', 100, 240],
    ['7 mg/kg/h over a day', 7 * 70 * 24, 24 * 60],
    ['4.5 mg/kg at once', 315, 0],
  ])('%s is given, and not warned of', (_, mg, minutes) => expect(about(mg, minutes)).toEqual([]))

  test('the same dose again is said once', () => {
    const day = infusion(35_000, 40)
    expect(doseWarnings([day, { ...day, from: 1440 }], 70)).toHaveLength(1)
  })
})
