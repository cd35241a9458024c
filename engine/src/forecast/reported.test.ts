import { describe, expect, test } from 'vitest'
import { normalAt } from '../numeric/random.ts'
import { daysOf } from './course.ts'
import { courseOf } from './door.ts'
import { forecast } from './forecast.ts'
import { latents, noiseOf } from './level.ts'
import { levelsOf, posterior } from './posterior.ts'
import { reportedFan } from './reported.ts'
import { vectors } from './vectors.ts'

const { input } = vectors.F2

describe('the fan of relief as it would be reported', () => {
  const course = courseOf(input)
  const found = posterior(course, 1, 2048)
  const last = { daysAfterCourse: 7, score: 2, levels: levelsOf(found, daysOf(course.exposure, [7]), course) }

  test('has the quantiles of scores drawn one by one: level, memory, a heavy tail, rounded and clipped', () => {
    const days = [8, 21]
    const levels = levelsOf(found, daysOf(course.exposure, days), course)
    const fan = reportedFan(found, { days, levels }, course, last)
    days.forEach((day, i) => {
      const drawn: number[] = []
      for (let person = 0; person < found.people; person++)
        for (let n = 0; n < 20; n++) {
          const { sd, correlation } = noiseOf(found.latents, person * latents, course.prior.values)
          const kept = correlation ** (day - 7)
          const [z, ...squares] = [0, 1, 2, 3, 4].map((k) => normalAt(day, person * 20 + n, k))
          const t = z / Math.sqrt(squares.reduce((sum, x) => sum + x * x, 0) / 4)
          const place = levels[person * 2 + i] + kept * (2 - last.levels[person])
          const score = Math.round(place + sd * Math.sqrt((1 - kept * kept) / 2) * t)
          drawn.push(Math.min(10, Math.max(0, score)))
        }
      const sorted = drawn.map((score) => 1 - score / 7).sort((a, b) => a - b)
      const share = (relief: number) => sorted.filter((value) => value <= relief + 1e-9).length / sorted.length
      for (const [name, p] of [
        ['p5', 0.05],
        ['p25', 0.25],
        ['p50', 0.5],
        ['p75', 0.75],
        ['p95', 0.95],
      ] as const) {
        expect(share(fan[name][i])).toBeGreaterThan(p - 0.01)
        expect(share(fan[name][i] - 1 / 7)).toBeLessThan(p + 0.01)
      }
    })
  })

  test('is the last score on its day, and whole numbers of points on every other', () => {
    const { reported, relief } = forecast(input)
    expect([reported.p5[0], reported.p50[0], reported.p95[0]]).toEqual([5 / 7, 5 / 7, 5 / 7])
    expect(reported.p50).toHaveLength(relief.p50.length)
    for (const values of Object.values(reported))
      for (const value of values) expect((1 - value) * 7).toBeCloseTo(Math.round((1 - value) * 7), 9)
  })

  test('is wider than what lies under it, and ordered', () => {
    const { reported, relief } = forecast(vectors.F4.input)
    for (let i = 1; i < 60; i++) {
      expect(reported.p95[i] - reported.p5[i]).toBeGreaterThan(relief.p95[i] - relief.p5[i])
      const row = [reported.p5[i], reported.p25[i], reported.p50[i], reported.p75[i], reported.p95[i]]
      expect(row).toEqual([...row].sort((a, b) => a - b))
    }
  })
})
