import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { exposureOf } from './course.ts'
import { forecast } from './forecast.ts'
import { literaturePrior } from './prior.ts'
import type { ForecastInput } from './shape.ts'
import { vectors } from './vectors.ts'

describe('the forecast', () => {
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
    expect(forecast(vectors.F2.input).window).toMatchObject({ because: 'the day of loss is too uncertain' })
    expect(forecast(vectors.F4.input).window.kind).toBe('window')
  })

  test('draws each line where it is written: three scores, 21 days, draws worth 200', () => {
    const { input } = vectors.F2
    const at = (nowDaysAfterCourse: number, scores = input.scores) => forecast({ ...input, scores, nowDaysAfterCourse }).cannotSay
    expect(at(28)).not.toContain('the last score is older than 21 days')
    expect(at(28.1)).toContain('the last score is older than 21 days')
    expect(at(7, input.scores.slice(0, 3))).not.toContain('fewer than three scores since the course')
    expect(at(7, input.scores.slice(0, 2))).toContain('fewer than three scores since the course')
    const before = [-3, -2, -1].map((daysAfterCourse) => ({ daysAfterCourse, score: 5 }))
    const doses = [-9, 0].map((endDay) => ({ startDay: endDay - 0.02, endDay, mg: 100, drug: 's-ketamine' as const }))
    expect(forecast({ ...input, doses, scores: before }).cannotSay).toContain('fewer than three scores since the course')
    const wild = Array.from({ length: 90 }, (_, i) => ({ daysAfterCourse: i + 1, score: 10 * (i % 2) }))
    const { cannotSay, inference } = forecast({ ...input, scores: wild, nowDaysAfterCourse: 90, draws: 128 })
    expect(inference).toMatchObject({ rounds: 6 })
    expect(cannotSay).toContain('the computation did not settle')
  })

  test('gives no window where it gives no forecast, however short the middle half of the day of loss', () => {
    const { cannotSay, window } = forecast(vectors.F5.input)
    expect(cannotSay).toEqual(['relief in two weeks is too uncertain'])
    expect(window).toMatchObject({ kind: 'cannot say yet', because: 'there is no forecast yet' })
    expect(window.kind === 'cannot say yet' && window.spanDays).toBeLessThanOrEqual(28)
  })

  test('does not say more because less is asked for: a short horizon leaves every doubt as it is', () => {
    for (const { input } of Object.values(vectors)) {
      const [long, short] = [forecast(input), forecast({ ...input, horizonDays: 3, datesAfterNow: [0, 3] })]
      expect(short.cannotSay).toEqual(long.cannotSay)
      expect(short.relief.p50).toEqual(long.relief.p50.slice(0, 4))
      expect(short.holdsDaily).toHaveLength(4)
      if (long.window.kind !== 'window') expect(short.window).toEqual(long.window)
    }
  })

  test('after a low dose that did nothing leaves the chance near one in four, and calls nobody a non-responder', () => {
    const found = forecast(vectors.F3.input)
    expect(found.drugActs).toBeGreaterThan(0.2)
    expect(found.prior.drugActs).toBe(0.57)
    for (const { input } of Object.values(vectors)) expect(JSON.stringify(forecast(input))).not.toMatch(/respon/i)
  })

  test('reports no relief as held where the last score fails and the next will, and never a visit that nobody makes', () => {
    for (const { reported } of forecast(vectors.F3.input).holds) expect(reported).toBeLessThan(0.1)
    const late = { ...vectors.F2.input, nowDaysAfterCourse: 95, scores: [{ daysAfterCourse: 95, score: 2 }] }
    const holds = forecast(late).holds.map(({ reported }) => reported)
    expect(holds[0]).toBe(1)
    expect(holds[5]).toBeLessThan(0.9)
  })

  test('takes options that are undefined as not given', () => {
    const { input } = vectors.F2
    const open = { horizonDays: undefined, draws: undefined, datesAfterNow: undefined, visitDays: undefined, prior: undefined }
    expect(forecast({ ...input, ...open } as never)).toEqual(forecast(input))
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

test.each([
  ['doses that end before day 0', { doses: [{ startDay: -9, endDay: -5, mg: 100, drug: 's-ketamine' }] }, 'doses'],
  [
    'a planned infusion in the past',
    { planned: [{ startDay: 3, endDay: 3.1, mg: 1, drug: 's-ketamine' }] },
    'planned[0].startDay',
  ],
  ['visits that stop before the last date', { visitDays: [14, 28] }, 'visitDays'],
  ['a prior without numbers', { prior: { id: 'x', title: 'x' } }, 'prior'],
  [
    'a prior that lacks one',
    { prior: { ...literaturePrior, values: { ...literaturePrior.values, sGamma: Number.NaN } } },
    'prior.values.sGamma',
  ],
  [
    'a prior in which the drug never acts',
    { prior: { ...literaturePrior, values: { ...literaturePrior.values, q: 0 } } },
    'prior.values.q',
  ],
  ['half a score', { scores: [{ daysAfterCourse: 1, score: 2.5 }] }, 'scores[0].score'],
])('%s is a fault', (_, wrong, expected) => {
  try {
    forecast({ ...vectors.F2.input, ...wrong } as never)
    expect.unreachable()
  } catch (fault) {
    expect(fault instanceof EngineFault && fault.faults.map(({ input }) => input)).toEqual([expected])
  }
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
