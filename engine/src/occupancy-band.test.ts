import { expect, test } from 'vitest'
import { occupancyShaffer2014 as shaffer } from './effects/occupancy-shaffer-2014.ts'
import { EngineFault } from './fault.ts'
import { occupancyBand } from './occupancy-band.ts'
import { ngPerMl } from './units.ts'

const at = (...ng: number[]) => occupancyBand(shaffer, ng.map(ngPerMl))

test('the middle of one person’s band lies between what the two unbound shares give, its ends beyond them', () => {
  const [p5, p25, p50, p75, p95] = at(240.331)
  const given = (ketamine: number) =>
    shaffer.occupancy({ ketamine: ngPerMl(240.331), norketamine: 0, unbound: { ketamine, norketamine: 0 } })
  expect(p50).toBeGreaterThan(given(0.53) - 0.01)
  expect(p50).toBeLessThan(given(0.73))
  expect([p5, p25, p50, p75, p95].every((each, i, all) => i === 0 || each > all[i - 1])).toBe(true)
  expect(p5).toBeLessThan(given(0.53))
  expect(p95).toBeGreaterThan(given(0.73))
})

test('people who differ widen it, nothing in the blood holds nothing, and what cannot be is refused', () => {
  const [alone, apart] = [at(200), at(100, 200, 400)]
  expect(apart[4] - apart[0]).toBeGreaterThan(alone[4] - alone[0])
  expect(at(0)).toEqual([0, 0, 0, 0, 0])
  expect(() => at(-1)).toThrow(EngineFault)
})
