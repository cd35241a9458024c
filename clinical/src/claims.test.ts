import {
  course,
  drawSubject,
  effects,
  infusion,
  models,
  patientVariability,
  relief,
  simulate,
  simulateCircuit,
  units,
} from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { designs } from './chart/claim.ts'
import { gradeOf } from './chart/reading-grade.ts'
import { claims } from './definitions.ts'

const of = (id: string) => {
  const found = claims.find((each) => each.id === id)
  if (!found) throw new Error(`no claim ${id}`)
  return found
}
const numbersIn = (text: string) => text.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? []

describe.each(claims.map((claim) => [claim.id, claim] as const))('claim %s', (_, claim) => {
  test('reads at grade nine or below', () => {
    expect(gradeOf(`${claim.title}. ${claim.text}`)).toBeLessThanOrEqual(9)
  })

  test('gives no figure that it does not say itself', () => {
    const said = numbersIn(`${claim.text} ${claim.population} ${claim.people ?? ''} ${JSON.stringify(claim.estimates)}`)
    const figures = Object.entries(claim.figures).filter(([name]) => !name.endsWith('OfTwenty'))
    for (const [name, words] of figures) for (const number of numbersIn(words)) expect([name, ...said]).toContain(number)
  })

  test('says how it was found, against what, in whom, when, and who read it', () => {
    expect(designs).toContain(claim.design)
    for (const part of [claim.population, claim.comparator, claim.time, claim.source, claim.reviewer]) expect(part).not.toBe('')
  })

  test('has no estimate outside its own interval', () => {
    for (const { value, range, against } of claim.estimates) {
      if (range) expect(value >= range[0] && value <= range[1]).toBe(true)
      if (against?.range) expect(against.value >= against.range[0] && against.value <= against.range[1]).toBe(true)
    }
  })
})

test('of twenty people, the picture and the words say the same as of a hundred', () => {
  const [{ value, against } = { value: 0 }] = of('relief-two-thirds').estimates
  const { reliefOfTwenty, noneOfTwenty, placeboOfTwenty } = of('relief-two-thirds').figures
  const twenty = (of100: number) => `about ${Math.round(of100 / 5)} of 20`
  expect([reliefOfTwenty, noneOfTwenty, placeboOfTwenty]).toEqual([
    twenty(value),
    twenty(100 - value),
    twenty(against?.value ?? 0),
  ])
})

const adult = () => models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
const day = [infusion(100, units.hours(4))]

describe('what a claim calls a model estimate is what the engine says', () => {
  test('of the cork', () => {
    const passes = (millivolt: number) => 100 * effects.magnesiumBlockJahrStevens1990.passes(millivolt, 1)
    const { rest, signal, stuck } = of('magnesium-cork-1990').figures
    expect([passes(-70), passes(-40), passes(-28)].map(Math.round)).toEqual(
      [rest, signal, stuck].flatMap((said) => Number(numbersIn(said ?? '')[0])),
    )
  })

  test('of what is left of the drug after a day', () => {
    const [atEnd = 1, aDayLater = 1] = simulate(adult(), day, [units.hours(4), units.hours(28)])
    expect(aDayLater / atEnd).toBeLessThan(0.01)
  })

  test('of ten days in a clinic', () => {
    const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map(units.days)
    const days = Array.from({ length: 30 }, (_, i) => 11 + 4 / 24 + i)
    const { responder } = relief({ disposition: adult(), regimen: course(day, weekdays), days, sFraction: 0.5 })
    const [{ value: atEnd } = { value: 0 }, below] = of('ten-days-modelled').estimates
    expect(Math.round(100 * (responder.relief[0] ?? 0))).toBe(atEnd)
    expect(responder.relief.findIndex((each) => each < 0.3)).toBe(below?.value)
  })

  test('of an opioid at a steady level', () => {
    const times = [3.05, 38, 39].map(units.days)
    const { pain } = simulateCircuit({ times, opioid: [{ from: units.days(3), to: units.days(38), level: 1.5 }] })
    expect(Math.round(100 * (1 - (pain[0] ?? 1)))).toBeGreaterThanOrEqual(28)
    expect(pain[1]).toBeGreaterThan(0.99)
    expect(pain[2]).toBeGreaterThan(1.2)
  })

  test('of the gates that are held', () => {
    const { range, value } = of('gates-held').estimates[0] ?? { value: 0 }
    const { occupancyShaffer2014 } = effects
    const held = Array.from({ length: 200 }, (_, i) => {
      const [plasma = 0] = simulate(drawSubject(adult(), patientVariability, 1, i), day, [units.hours(4)])
      return 100 * occupancyShaffer2014.occupancy({ ketamine: plasma, norketamine: 0 })
    }).sort((a, b) => a - b)
    expect(Math.abs((held[100] ?? 0) - value)).toBeLessThanOrEqual(4)
    expect(held[20]).toBeGreaterThan((range?.[0] ?? 0) - 4)
    expect(held[180]).toBeLessThan((range?.[1] ?? 0) + 4)
  })
})
