import { claims } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { effects, infusion, models, simulate, units } from '@dripline/engine'
import { expect, test } from 'vitest'
import { heldNumbers } from './numbers.ts'
import { partsOf, twinOf } from './parts.ts'

const numbers = heldNumbers()
const { byDose, published, most } = numbers

test('what is drawn at the published dose is what the claim beside it says', () => {
  const [estimate] = claims.find(({ id }) => id === 'gates-held')?.estimates ?? []
  const [low, , typical, , high] = (byDose[published] ?? []).map(Math.round)
  expect([typical, [low, high]]).toEqual([estimate?.value, estimate?.range])
})

test('the middle stays near what the engine gives a typical adult, at every dose', () => {
  const typical = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  for (let dose = 5; dose <= most; dose++) {
    const [plasma = 0] = simulate(typical, [infusion(4 * dose, units.hours(4))], [units.hours(4)])
    const of = (ketamine: number) =>
      100 * effects.occupancyShaffer2014.occupancy({ ketamine: plasma, norketamine: 0, unbound: { ketamine, norketamine: 0 } })
    const [, p25 = 0, p50 = 0, p75 = 0] = byDose[dose] ?? []
    expect(p50 > of(0.53) - 1 && p50 < of(0.73) + 1).toBe(true)
    expect(p25 < p50 && p50 < p75).toBe(true)
  }
})

test('a day later hardly a gate is held, at the highest dose', () => {
  const typical = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const [plasma = 1] = simulate(typical, [infusion(4 * most, units.hours(4))], [units.hours(28)])
  expect(effects.occupancyShaffer2014.occupancy({ ketamine: plasma, norketamine: 0 })).toBeLessThan(0.01)
})

test('who walks the chart and who reads the table get the numbers of the drawing', () => {
  const to = readerOf('en')
  const [low, , typical, , high] = (byDose[20] ?? []).map(Math.round)
  const line = partsOf(to, numbers, 20).inside?.at(-1)?.inside ?? []
  expect(line.map(({ says }) => says)).toContain(`20 mg: about ${typical} of 100, and it could be ${low} to ${high}.`)
  expect(twinOf(to, numbers).rows).toContainEqual([20, low, typical, high])
  expect(partsOf(to, numbers, 20).says).toContain(`At 20 mg an hour it is about ${typical} of 100`)
})

test('the numbers of a turn are small enough to stand in the document', () => {
  expect(JSON.stringify(numbers).length).toBeLessThan(5000)
})
