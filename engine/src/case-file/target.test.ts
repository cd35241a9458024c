import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { readTargetCase, targetCase } from './target.ts'

const one = { model: 'kamp-2020', subject: { weightKg: 70 }, plasmaNgPerMl: 150, timesMin: [0, 5, 60] }
const run = (change: object = {}) => targetCase(readTargetCase({ ...one, ...change }))
const faultsOf = (change: object) => {
  try {
    run(change)
    return []
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map(({ input }) => input)
    throw error
  }
}

describe('a case with a target', () => {
  test('without limits: target times V1 at once, then what is eliminated and what has not come back', () => {
    const [v1, cl, q2, v2, q3, v3] = [25, 84, 161, 56, 79, 157]
    const rateAt = (min: number) => 0.15 * (cl + q2 * Math.exp((-q2 / v2 / 60) * min) + q3 * Math.exp((-q3 / v3 / 60) * min))
    const { bolusMg, rateMgPerHour, drug } = run()
    expect(bolusMg).toBeCloseTo(0.15 * v1, 14)
    rateMgPerHour?.forEach((rate, i) => {
      expect(rate / rateAt(one.timesMin[i] ?? 0)).toBeCloseTo(1, 13)
    })
    expect(drug).toBe('racemic-ketamine')
  })

  test('with a pump or a band it gives steps', () => {
    const pump = { maxMgPerHour: 100, everyMin: 10, untilMin: 60 }
    expect(run({ pump }).steps).toHaveLength(6)
    const changes = { lowNgPerMl: 130, highNgPerMl: 170, untilMin: 240, maxMgPerHour: 200 }
    expect(run({ changes, plasmaNgPerMl: undefined, timesMin: undefined }).steps?.at(-1)?.toMin).toBe(240)
  })

  test('a thousand times off is asked about', () => {
    expect(run({ plasmaNgPerMl: 0.15 }).warnings[0]?.message).toMatch(/is the unit right/)
    expect(run().warnings).toEqual([])
  })

  test('faults stand in the words of the case', () => {
    expect(faultsOf({ changes: { lowNgPerMl: 130, highNgPerMl: 170, untilMin: 240, maxMgPerHour: 1 } })).toEqual([
      'changes.maxMgPerHour',
    ])
    expect(faultsOf({ model: 'simons-2022', drug: 'racemic-ketamine' })).toEqual(['drug'])
    expect(faultsOf({ ke0PerMin: 0.2 })).toEqual(['ke0PerMin'])
    expect(faultsOf({ pump: {}, changes: {} })).toContain('changes')
  })
})
