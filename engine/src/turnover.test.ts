import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainKernel } from './kernel/plain.ts'
import { domino } from './models/domino.ts'
import { modes } from './numeric/modes.ts'
import { bolus, course, infusion, type Regimen } from './regimen.ts'
import { simulate, simulateEffectSite } from './simulate.ts'
import { indirectResponse, onAndOff, type Turnover } from './turnover/law.ts'
import { type Responder, simulateTurnover, simulateTurnovers } from './turnover.ts'

const body = domino.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const relief = onAndOff({ ec50: 0.15, gamma: 1.8, kon: 0.005, koff: Math.LN2 / (10.9 * 1440) })
const site = { ke0: 0.4 }
const weekly = course([infusion(35, 40)], [0, 10_080, 20_160])
const daily = { from: 0, every: 1440, count: 43 }

const effects: Turnover[] = (['production', 'loss'] as const).flatMap((acts) =>
  [-0.9, 3].map((most) => indirectResponse(acts, { ec50: 0.1, gamma: 1.3, kin: 2, kout: 0.02, most })),
)

/** The law itself by the textbook's Runge–Kutta, on a fine ruler under which the driver is known exactly. */
function byRunge(law: Turnover, regimen: Regimen, minutes: number, h: number): number {
  const grid = { from: 0, every: h / 2, count: Math.round((2 * minutes) / h) + 1 }
  const { effectSite } = simulateEffectSite(body, site.ke0, regimen, grid)
  const change = (i: number, r: number) => {
    const s = effectSite[i] === 0 ? 0 : 1 / (1 + (law.ec50 / effectSite[i]) ** law.gamma)
    return law.made.always + law.made.driven * s - (law.lost.always + law.lost.driven * s) * r
  }
  let r = law.start
  for (let i = 0; i + 2 < grid.count; i += 2) {
    const k1 = change(i, r)
    const k2 = change(i + 1, r + (h / 2) * k1)
    const k3 = change(i + 1, r + (h / 2) * k2)
    r += (h / 6) * (k1 + 2 * k2 + 2 * k3 + change(i + 2, r + h * k3))
  }
  return r
}

describe('a response that is made and lost', () => {
  test('is 0.323305120574 after twelve weeks in the first person of the bench', () => {
    const first = {
      v1: 5.8702770476134605,
      k10: 0.26807698639718164,
      k12: 0.44481052236905205,
      k21: 0.247,
      k13: 0.44323291369319495,
      k31: 0.01464638922570627,
    }
    const law = onAndOff({ ec50: 0.16751616588766102, gamma: 1.8, kon: 0.0067742228475693445, koff: Math.LN2 / (10.9 * 1440) })
    const weeks = Array.from({ length: 12 }, (_, week) => (week < 4 ? [week * 10_080, week * 10_080 + 4320] : [week * 10_080]))
    const { response } = simulateTurnover(first, site, law, course([infusion(35, 40)], weeks.flat()), [0, 120_960])
    expect(Math.abs(response[1] - 0.323305120574)).toBeLessThan(1e-11)
  })

  test.each([relief, ...effects])('follows its differential equation: %o', (law) => {
    const regimen = [infusion(20, 30), bolus(10, 60)]
    const { response } = simulateTurnover(body, site, law, regimen, [0, 240])
    expect(Math.abs(response[0] - law.start)).toBeLessThan(1e-12)
    expect(Math.abs(response[1] / byRunge(law, regimen, 240, 0.01) - 1)).toBeLessThan(1e-8)
  })

  test('looking more often changes nothing', () => {
    const often = simulateTurnover(body, site, relief, weekly, { from: 0, every: 60, count: 1009 }).response
    const seldom = simulateTurnover(body, site, relief, weekly, daily).response
    seldom.forEach((r, day) => {
      expect(Math.abs(often[24 * day] - r)).toBeLessThan(1e-11)
    })
  })

  test('without the drug stays where it is, or fades from where it was', () => {
    for (const law of effects)
      expect([...simulateTurnover(body, site, law, [], [0, 100, 1e5]).response].every((r) => Math.abs(r - 100) < 1e-9)).toBe(true)
    const { response } = simulateTurnover(body, site, { ...relief, start: 0.5 }, [], [0, 10.9 * 1440])
    expect(response[1]).toBeCloseTo(0.25, 12)
  })

  test('settles where what is made is what is lost', () => {
    const css = 0.5 / (body.k10 * body.v1)
    const s = 1 / (1 + (0.1 / css) ** 1.3)
    for (const law of effects) {
      const { response } = simulateTurnover(body, site, law, [infusion(50_000, 100_000)], [100_000])
      const level = (law.made.always + law.made.driven * s) / (law.lost.always + law.lost.driven * s)
      expect(response[0] / level).toBeCloseTo(1, 9)
    }
  })

  test('that turns over in a minute is its steady level of every moment, even over six weeks', () => {
    const law = indirectResponse('production', { ec50: 0.1, gamma: 1, kin: 1, kout: 1, most: 2 })
    const at = [4320, 10_200, 60_480]
    const found = simulateTurnover(body, site, law, weekly, at)
    found.response.forEach((r, i) => {
      expect(r).toBeCloseTo(1 + (2 * found.site[i]) / (0.1 + found.site[i]), 2)
    })
  })

  test('gives the site as simulating it alone does, and plasma where plasma drives', () => {
    const at = [0, 17, 40, 10_100, 10_120.5]
    const alone = simulateEffectSite(body, site.ke0, weekly, at).effectSite
    expect([...simulateTurnover(body, site, relief, weekly, at).site]).toEqual([...alone])
    expect([...simulateTurnover(body, 'plasma', relief, weekly, at).site]).toEqual([...simulate(body, weekly, at)])
  })

  test('relief never leaves 0 to 1, whatever is given', () => {
    const dose = fc.record({
      mg: fc.double({ min: 0, max: 500, noNaN: true }),
      from: fc.integer({ min: 0, max: 3000 }),
      minutes: fc.constantFrom(0, 5, 40),
    })
    const law = fc.record({
      ec50: fc.double({ min: 0.001, max: 2, noNaN: true }),
      gamma: fc.double({ min: 0.5, max: 6, noNaN: true }),
      kon: fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
      koff: fc.double({ min: 1e-5, max: 0.5, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(dose, { maxLength: 3 }), law, (regimen, chosen) => {
        const { response } = simulateTurnover(body, site, onAndOff(chosen), regimen, { from: 0, every: 97, count: 50 })
        expect([...response].every((r) => r >= 0 && r <= 1 + 1e-12)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('many at once', () => {
  const people: Responder[] = [0.7, 0.85, 1, 1.2, 1.5].map((factor) => ({
    body: { ...body, k10: body.k10 * factor, v1: body.v1 / factor },
    site: { ke0: 0.4 * factor },
    turnover: { ...relief, ec50: 0.15 * factor },
  }))

  test('are each what they are alone, to the byte', () => {
    const { response, site } = simulateTurnovers(people, weekly, daily)
    people.forEach((one, i) => {
      const alone = simulateTurnover(one.body, one.site, one.turnover, weekly, daily)
      expect([...response.subarray(i * 43, (i + 1) * 43)]).toEqual([...alone.response])
      expect([...site.subarray(i * 43, (i + 1) * 43)]).toEqual([...alone.site])
    })
  })

  test('fill lists that are given, and refuse those of another length', () => {
    const into = { site: new Float64Array(5 * 43).fill(-1), response: new Float64Array(5 * 43).fill(-1) }
    expect(simulateTurnovers(people, weekly, daily, { into })).toEqual(simulateTurnovers(people, weekly, daily))
    expect(into.response[0]).not.toBe(-1)
    const short = { ...into, site: new Float64Array(3) }
    expect(() => simulateTurnovers(people, weekly, daily, { into: short })).toThrow(/into.site/)
  })

  test('are the same in the kernel and in TypeScript', () => {
    const [fast, plain] = [undefined, new PlainKernel()].map((kind) => simulateTurnovers(people, weekly, daily, kind && { kind }))
    fast.response.forEach((r, i) => {
      expect(Math.abs(r - plain.response[i])).toBeLessThan(1e-12)
    })
    expect([...fast.site]).toEqual([...plain.site])
  })

  test('are as exact where the site’s rate meets one of plasma', () => {
    const [fast] = modes(body).rates
    const at = (ke0: number) => simulateTurnover(body, { ke0 }, relief, weekly, daily).response
    const [here, beside] = [at(fast), at(fast * (1 + 1e-9))]
    here.forEach((r, i) => {
      expect(Math.abs(r - beside[i])).toBeLessThan(1e-9)
    })
  })
})

describe('refuses', () => {
  test('every fault of a call at once', () => {
    const wrong = { ...relief, ec50: -1, made: { always: 1, driven: -2 } }
    expect(() => simulateTurnover({ ...body, v1: 0 }, { ke0: Number.NaN }, wrong, weekly, [3, 1])).toThrow(
      /v1 is 0.*ke0 is NaN.*turnover.ec50 is -1.*turnover.made.driven is -2.*at least -1.*times\[1\] is 1/,
    )
  })

  test.each([null, undefined, 5, { ec50: 1 }])('%o for a turnover', (turnover) => {
    expect(() => simulateTurnover(body, site, turnover as never, weekly, [1])).toThrow(/turnover/)
  })
})
