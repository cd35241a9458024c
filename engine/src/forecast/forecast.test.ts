import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { daysOf, exposureOf, usualPain } from './course.ts'
import { courseOf } from './door.ts'
import { forecast } from './forecast.ts'
import { type Kind, latents, level } from './level.ts'
import { logLikelihood, tail4 } from './likelihood.ts'
import { literaturePrior } from './prior.ts'
import type { ForecastInput } from './shape.ts'
import { horizons, type Vector, vectors } from './vectors.ts'

const near = (found: number, expected: number, within = 1e-9) =>
  expect(Math.abs(found - expected), `${found} is ${expected}`).toBeLessThan(within * Math.max(1, Math.abs(expected)))
const zeta = Float64Array.from([0.5, -0.5, 0.3, -0.2, 0.4, -0.6, 0.7, -0.8, 0.2, -0.3])
const { values } = literaturePrior

function lnL(name: 'F2' | 'F4', kind: Kind, z: Float64Array): number {
  const course = courseOf(vectors[name].input)
  const row = daysOf(
    course.exposure,
    course.scores.map(({ daysAfterCourse }) => daysAfterCourse),
  )
  const levels = new Float64Array(row.days.length)
  level(kind, z, 0, row, course.usual, values, levels)
  return logLikelihood(course.reported, levels, z, 0, values)
}

/** The slow site at a median half-life of 10.9 d, read off a person whose relief is known. */
function siteAt(name: 'F2' | 'F4', day: number): number {
  const { days, areas } = courseOf(vectors[name].input).exposure
  const k = Math.LN2 / 10.9
  return days.reduce((sum, from, i) => sum + (from <= day ? k * areas[i] * Math.exp(-k * (day - from)) : 0), 0)
}

describe('the exact part, on which two programs agree', () => {
  test('tails are those of Student’s t with four degrees of freedom', () => {
    near(tail4(1), 0.81304951685)
    near(tail4(-3), 0.01997098403586)
  })

  test('every infusion acts as points after it, by clearance and mean residence', () => {
    const two = courseOf(vectors.F2.input).exposure
    expect(two.days).toHaveLength(5)
    near(two.days[0], -3.631944444444)
    near(two.areas[0], 198.4126984127)
    near(siteAt('F2', 7), 35.7733290851)
    near(siteAt('F2', 28), 9.41007990048)
    const four = courseOf(vectors.F4.input).exposure
    near(four.areas[0], 23.55087563216)
    near(four.days[0], -10.96322386761)
    near(siteAt('F4', 7), 6.976342120206)
    near(siteAt('F4', 28), 1.835108401794)
  })

  test('the usual pain is drawn from the baseline towards what people have, less what made them come', () => {
    const { mean, sd } = usualPain({ mean: 7, scores: 7 }, values)
    near(mean, 6.656643974144)
    near(sd, 0.6082527604831)
  })

  test.each([
    ['none', [6.393384570817, 6.361273538704, 6.306810587794]],
    ['dose-driven', [1.744967329186, 2.235449757681, 4.458760628134]],
    ['fixed-duration', [0.5827457946012, 0.6063371265017, 1.746991221736]],
  ] as const)('the level of a person whose kind is %s', (kind, expected) => {
    const course = courseOf(vectors.F2.input)
    const levels = new Float64Array(3)
    level(kind, zeta, 0, daysOf(course.exposure, [1, 7, 28]), course.usual, values, levels)
    expected.forEach((value, i) => {
      near(levels[i], value)
    })
  })

  test.each([
    ['F2', 'none', -23.76533208551, -26.7985620493],
    ['F2', 'dose-driven', -7.604124191007, -7.493272560093],
    ['F2', 'fixed-duration', -10.98088213933, -11.89044927194],
    ['F4', 'none', -70.37520357662, -77.02338190369],
    ['F4', 'dose-driven', -39.55774026163, -47.06206153092],
    ['F4', 'fixed-duration', -60.04045898332, -74.52812808018],
  ] as const)('%s: how likely the scores are, kind %s', (name, kind, atZero, atZeta) => {
    near(lnL(name, kind, new Float64Array(latents)), atZero)
    near(lnL(name, kind, zeta), atZeta)
  })
})

describe('the forecast', () => {
  test.each(Object.entries(vectors))('of %s is that of long runs of another program', (_, vector: Vector) => {
    const found = forecast(vector.input)
    near(found.drugActs, vector.drugActs, 0.03)
    near(found.fixedDuration, vector.fixedDuration, 0.03)
    near(found.inference.lnEvidence, vector.lnEvidence, 0.03)
    ;[0, ...horizons].forEach((days, i) => {
      near(found.holdsDaily[days], vector.holds[i], 0.03)
    })
    horizons.forEach((days, i) => {
      const { p5, p50, p95 } = found.relief
      ;[p5, p50, p95].forEach((row, q) => {
        near(row[days], vector.relief[i][q], 0.03)
      })
    })
  })

  test('is the same to the last digit for the same seed, and another for another', () => {
    const { input } = vectors.F2
    expect(forecast(input)).toEqual(forecast(input))
    expect(forecast({ ...input, seed: 2 }).drugActs).not.toBe(forecast(input).drugActs)
  })

  test('says that it cannot say: too few scores, old scores, no window where the day is too uncertain', () => {
    expect(forecast(vectors.F1.input).cannotSay).toContain('fewer than three scores since the course')
    const late = { ...vectors.F2.input, nowDaysAfterCourse: 40 }
    expect(forecast(late).cannotSay).toContain('the last score is older than 21 days')
    expect(forecast(vectors.F3.input).window).toEqual({ kind: 'none', because: 'relief was not reached' })
    expect(forecast(vectors.F1.input).window.kind).toBe('cannot say yet')
    expect(forecast(vectors.F5.input).window.kind).toBe('window')
  })

  test('leaves out scores within 12 h of an infusion and says so, and scores that lie ahead', () => {
    const { input } = vectors.F2
    const scores = [{ daysAfterCourse: 0.25, score: 0 }, ...input.scores, { daysAfterCourse: 9, score: 9 }]
    const found = forecast({ ...input, scores })
    expect(found.leftOut.map(({ because }) => because)).toEqual(['within 12 h of an infusion', 'after now'])
    expect(found.drugActs).toBe(forecast(input).drugActs)
  })

  test('shows planned infusions apart: the window and the fan are those without them', () => {
    const { input } = vectors.F4
    const planned = [{ startDay: 30, endDay: 30.2, mg: 400, drug: 's-ketamine' as const }]
    const [plain, with_] = [forecast(input), forecast({ ...input, planned })]
    expect(with_.relief).toEqual(plain.relief)
    expect(with_.window).toEqual(plain.window)
    expect(with_.ifGiven?.p50[14]).toBeGreaterThan(plain.relief.p50[14])
  })
})

describe('laws', () => {
  const input = fc.record({
    weightKg: fc.double({ min: 30, max: 200, noNaN: true }),
    baseline: fc.record({ mean: fc.double({ min: 0.5, max: 10, noNaN: true }), scores: fc.integer({ min: 1, max: 14 }) }),
    scores: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 }),
    mg: fc.double({ min: 1, max: 3000, noNaN: true }),
  })
  const made = ({
    weightKg,
    baseline,
    scores,
    mg,
  }: {
    weightKg: number
    baseline: ForecastInput['baseline']
    scores: number[]
    mg: number
  }): ForecastInput => ({
    doses: [{ startDay: -4, endDay: 0, mg, drug: 's-ketamine' }],
    weightKg,
    baseline,
    scores: scores.map((score, i) => ({ daysAfterCourse: i + 1, score })),
    nowDaysAfterCourse: scores.length,
    seed: 3,
    draws: 256,
    horizonDays: 60,
  })

  test('no score can make it speak nonsense: chances stay chances, what holds only falls, the fan is in order', () => {
    fc.assert(
      fc.property(input, (given) => {
        const found = forecast(made(given))
        const chances = [
          found.drugActs,
          found.fixedDuration,
          ...found.holdsDaily,
          ...found.holds.flatMap((h) => [h.underlying, h.reported]),
        ]
        for (const chance of chances) expect(chance >= 0 && chance <= 1 + 1e-12).toBe(true)
        found.holdsDaily.forEach((chance, i) => {
          expect(chance).toBeLessThanOrEqual(found.holdsDaily[i - 1] ?? 1)
        })
        const { p5, p25, p50, p75, p95 } = found.relief
        p50.forEach((_, i) => {
          for (const [low, high] of [
            [p5, p25],
            [p25, p50],
            [p50, p75],
            [p75, p95],
          ])
            expect(low[i]).toBeLessThanOrEqual(high[i])
        })
      }),
      { numRuns: 15 },
    )
  })

  test('the order in which doses are listed changes nothing', () => {
    const { input: given } = vectors.F4
    expect(forecast({ ...given, doses: given.doses.toReversed() })).toEqual(forecast(given))
  })

  test('exposure adds up, whatever the pieces', () => {
    const one = exposureOf([{ startDay: -4, endDay: 0, mg: 100, drug: 's-ketamine' }], 70)
    const two = exposureOf([{ startDay: -4, endDay: 0, mg: 200, drug: 'racemic-ketamine' }], 70)
    expect(one).toEqual(two)
  })
})

test('every fault of an input is named at once, and nothing is drawn', () => {
  const wrong = {
    doses: [
      { startDay: 0, endDay: -1, mg: -5, drug: 'ketamine' },
      { startDay: 3, endDay: 4, mg: 1, drug: 's-ketamine' },
    ],
    weightKg: Number.NaN,
    baseline: { mean: 12, scores: 0 },
    scores: [
      { daysAfterCourse: 3, score: 4.5 },
      { daysAfterCourse: 2, score: 4 },
      { daysAfterCourse: 2.5, score: 11 },
    ],
    nowDaysAfterCourse: 7,
    seed: -1,
  }
  try {
    forecast(wrong as never)
    expect.unreachable()
  } catch (fault) {
    expect(fault instanceof EngineFault && fault.faults.map((each) => each.input)).toEqual([
      'doses[0].endDay',
      'doses[0].mg',
      'doses[0].drug',
      'doses[1].endDay',
      'weightKg',
      'baseline.mean',
      'baseline.scores',
      'scores[0].score',
      'scores[2].score',
      'scores[1].daysAfterCourse',
      'scores[2].daysAfterCourse',
      'seed',
    ])
  }
  for (const nothing of [null, undefined, 7, 'x', []]) expect(() => forecast(nothing as never)).toThrow(EngineFault)
})
