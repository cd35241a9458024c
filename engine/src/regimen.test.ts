import { describe, expect, test } from 'vitest'
import { EngineFault } from './fault.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { bolus, course, endOf, infusion, paused, pieces, ramp, scaled, totalMg } from './regimen.ts'
import { simulate } from './simulate.ts'
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

  test('is refused whole: every dose, every start and the factor at once', () => {
    const faults = (call: () => unknown) => {
      try {
        call()
      } catch (error) {
        if (error instanceof EngineFault) return error.faults.map(({ input }) => input)
      }
      return []
    }
    expect(faults(() => infusion(-1, 0, Number.NaN))).toEqual(['dose.mg', 'dose.from', 'dose.minutes'])
    const broken = [
      { mg: Number.NaN, from: 0, minutes: 0 },
      { mg: 1, from: 0, minutes: -1 },
    ]
    expect(faults(() => course(broken, [0, Number.NaN]))).toEqual(['regimen[0].mg', 'regimen[1].minutes', 'starts[1]'])
    expect(faults(() => scaled(broken, -1))).toEqual(['factor', 'regimen[0].mg', 'regimen[1].minutes'])
    expect(faults(() => scaled([bolus(1e308)], 1e308))).toEqual(['regimen[0].mg'])
  })

  test('scales, as a racemate holds half S-ketamine', () => {
    expect(totalMg(scaled([infusion(35, 40), bolus(5)], 0.5))).toBe(20)
  })

  test('counts free base: 1 mg of the hydrochloride is 0.867008 mg', () => {
    expect(baseOfHydrochloride(1)).toBeCloseTo(0.867008, 6)
  })
})

describe('a ramp', () => {
  const rise = { fromMgPerMin: 0.2, toMgPerMin: 1.4, from: 5, minutes: 30, every: 4 }

  test('gives every milligram of the even line, in steps of the pump, the last one shorter', () => {
    const steps = ramp(rise)
    expect(totalMg(steps)).toBeCloseTo(0.8 * 30, 12)
    expect(endOf(steps)).toBe(35)
    expect(steps).toHaveLength(8)
  })

  test('is never farther from a finer one than its bound', () => {
    const p = kamp2020.parameters({ weightKg: 70 })
    const times = Array.from({ length: 200 }, (_, i) => i / 2)
    const [coarse, fine] = [rise, { ...rise, every: 0.01 }].map((each) => simulate(p, ramp(each), times))
    const bound = ((1.2 / 30) * rise.every ** 2) / (4 * p.v1)
    coarse.forEach((c, i) => {
      expect(Math.abs(c - fine[i])).toBeLessThan(bound)
    })
  })
})

test('an infusion so short that its rate has no end is refused by every door', () => {
  expect(() => infusion(35, 1e-320)).toThrow(/finite/)
  expect(() => scaled([{ mg: 35, from: 0, minutes: 1e-320 }], 1)).toThrow(/regimen\[0\].minutes is 1e-320/)
})

describe('a pause', () => {
  const plan = [bolus(5, 30), infusion(40, 40), infusion(10, 10, 60)]

  test('loses what was due in it, or lets it come later', () => {
    const lost = paused(plan, { from: 20, minutes: 15, rest: 'lost' })
    expect(totalMg(lost)).toBeCloseTo(55 - 15 - 5, 12)
    expect(endOf(lost)).toBe(70)
    const later = paused(plan, { from: 20, minutes: 15, rest: 'later' })
    expect(totalMg(later)).toBeCloseTo(55, 12)
    expect(endOf(later)).toBe(85)
  })

  test('gives nothing while it lasts', () => {
    for (const rest of ['lost', 'later'] as const)
      for (const { from, to, rate, bolus: given } of pieces(paused(plan, { from: 20, minutes: 15, rest })))
        if (from >= 20 && to <= 35) expect(rate + given).toBe(0)
  })
})
