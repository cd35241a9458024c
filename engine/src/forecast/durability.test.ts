import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { durabilityPriors, kept, keptUnderBoth, medianKept } from './durability.ts'

const [trial] = durabilityPriors

describe.each(durabilityPriors)('response of depression, $id', (prior) => {
  test('is kept as its examples say', () => {
    for (const { day, survival } of prior.examples) expect(kept(prior, { wellAtDay: 0, days: [day] })[0]).toBeCloseTo(survival, 4)
  })

  test('is only ever lost, and less likely to be once it has been kept', () => {
    const days = [7, 14, 28, 56, 90]
    const fresh = kept(prior, { wellAtDay: 0, days })
    const later = kept(prior, { wellAtDay: 6, days })
    fresh.forEach((chance, i) => {
      expect(chance).toBeLessThan(fresh[i - 1] ?? 1)
      expect(later[i]).toBeGreaterThan(chance)
    })
  })
})

test('what one person’s earlier courses showed counts, as two programs agree', () => {
  const half = { days: [14], wellAtDay: 0 }
  const short = [
    { days: 10, lost: true },
    { days: 12, lost: true },
  ]
  const long = [{ days: 60, lost: true }]
  expect(kept(trial, { wellAtDay: 14, days: [28] })[0]).toBeCloseTo(0.360614, 6)
  expect(kept(trial, { ...half, past: short })[0]).toBeCloseTo(0.557182, 6)
  expect(medianKept(trial, { wellAtDay: 0, past: short })).toBeCloseTo(15.375885, 6)
  expect(kept(trial, { wellAtDay: 0, days: [28], past: long })[0]).toBeCloseTo(0.491351, 6)
  expect(medianKept(trial, { wellAtDay: 0, past: long })).toBeCloseTo(27.612049, 6)
})

test('gives back the quartiles it was made from: 11, 18 and 27 days', () => {
  const [quarter, half, three] = kept(trial, { wellAtDay: 0, days: [11.02, 17.95, 27.05] })
  expect([quarter, half, three].map((chance) => Math.round(1000 * chance) / 1000)).toEqual([0.75, 0.5, 0.25])
})

test('both priors stand side by side, more than three-fold apart at four weeks', () => {
  const [first, second] = keptUnderBoth({ wellAtDay: 0, days: [28] })
  expect(second.chances[0] / first.chances[0]).toBeGreaterThan(3)
  expect(() => keptUnderBoth({ wellAtDay: -1, days: [Number.NaN], past: [{ days: 0, lost: true }] })).toThrow(EngineFault)
})

test('says from which day on there are few data, and wants to know how a past course ended', () => {
  expect(keptUnderBoth({ wellAtDay: 0, days: [28] }).map(({ fewDataAfterDay }) => fewDataAfterDay)).toEqual([40, 56])
  expect(() => kept(trial, { wellAtDay: 0, days: [28], past: [{ days: 10 }] as never })).toThrow('past[0].lost')
  expect(() => kept(trial, { wellAtDay: 0, days: [28], past: [null] as never })).toThrow('past[0].days')
})
