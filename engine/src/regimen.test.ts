import { describe, expect, test } from 'vitest'
import { bolus, course, endOf, infusion, pieces, scaled, totalMg } from './regimen.ts'
import { baseOfHydrochloride } from './units.ts'

describe('a regimen', () => {
  test('is cut where the pump changes, and the last piece lasts for ever', () => {
    expect(pieces([infusion(30, 30, 10), bolus(5, 20)])).toEqual([
      { from: 0, to: 10, rate: 0, bolus: 0 },
      { from: 10, to: 20, rate: 1, bolus: 0 },
      { from: 20, to: 40, rate: 1, bolus: 5 },
      { from: 40, to: Infinity, rate: 0, bolus: 0 },
    ])
  })

  test('adds infusions that overlap, and ends at exactly no rate', () => {
    const rates = pieces([infusion(0.1 * 30, 30), infusion(0.2 * 30, 30, 10)]).map(({ rate }) => rate)
    expect(rates[1]).toBeCloseTo(0.3, 14)
    expect(rates.at(-1)).toBe(0)
  })

  test('begins with its first dose when that came before time 0', () => {
    expect(pieces([bolus(5, -10)])).toEqual([
      { from: -10, to: 0, rate: 0, bolus: 5 },
      { from: 0, to: Infinity, rate: 0, bolus: 0 },
    ])
  })

  test('gives an infusion too short for the clock to see as a bolus, so no milligram is lost', () => {
    expect(pieces([infusion(7, 1e-20, 1000)]).reduce((sum, { bolus: mg }) => sum + mg, 0)).toBe(7)
  })

  test('repeats as a course', () => {
    const tenDays = course([infusion(35, 40)], [0, 1440, 2880])
    expect(tenDays.map(({ from }) => from)).toEqual([0, 1440, 2880])
    expect([totalMg(tenDays), endOf(tenDays)]).toEqual([105, 2920])
  })

  test('scales, as a racemate holds half S-ketamine', () => {
    expect(totalMg(scaled([infusion(35, 40), bolus(5)], 0.5))).toBe(20)
  })

  test('counts free base: 1 mg of the hydrochloride is 0.867008 mg', () => {
    expect(baseOfHydrochloride(1)).toBeCloseTo(0.867008, 6)
  })
})
