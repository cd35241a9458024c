import { describe, expect, test } from 'vitest'
import { auc, peak, timeAbove } from './exposure.ts'
import { EngineFault } from './fault.ts'
import { steadyState } from './kinetics.ts'
import type { Subject } from './model.ts'
import { hornik2018 } from './models/hornik-2018.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { perezRuixo2021 } from './models/perez-ruixo-2021.ts'
import { drawSubject } from './population.ts'
import { bolus, infusion } from './regimen.ts'
import { relief } from './relief.ts'
import { simulate, simulateEffectSite } from './simulate.ts'
import { patientVariability } from './variability.ts'

const adult = kamp2020.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const regimen = [infusion(35, 40)]

/** Input that a compiler would have stopped, as it comes from a form or a file. */
const untyped = <T>(json: string): T => JSON.parse(json)

function faultOf(call: () => unknown): EngineFault {
  try {
    call()
  } catch (fault) {
    if (fault instanceof EngineFault) return fault
    throw fault
  }
  throw new Error('nothing was refused')
}
const inputs = (call: () => unknown) => faultOf(call).faults.map(({ input }) => input)

describe('the door of the engine', () => {
  test('names the input, its value and what was expected', () => {
    const { input, value, expected, message } = faultOf(() => simulate(adult, regimen, [-1]))
    expect({ input, value, expected }).toEqual({ input: 'times[0]', value: -1, expected: 'a finite number, at least 0' })
    expect(message).toBe('times[0] is -1; expected a finite number, at least 0')
  })

  test('lists every fault at once', () => {
    const found = inputs(() =>
      simulate({ ...adult, v1: 0, k31: Number.NaN }, [{ mg: -1, from: Infinity, minutes: 40 }], [5, 4, Number.NaN]),
    )
    expect(found).toEqual(['v1', 'k31', 'regimen[0].mg', 'regimen[0].from', 'times[1]', 'times[2]'])
  })

  test('refuses times that go back, and the same time twice', () => {
    const { faults } = faultOf(() => simulate(adult, regimen, [0, 10, 10, 5, 20]))
    expect(faults).toEqual([
      { input: 'times[2]', value: 10, expected: 'after the time ahead of it, 10' },
      { input: 'times[3]', value: 5, expected: 'after the time ahead of it, 10' },
    ])
  })

  test('keeps the message short when there are many, and the list whole', () => {
    const { message, faults } = faultOf(() =>
      simulate(
        adult,
        regimen,
        Array.from({ length: 100 }, () => Number.NaN),
      ),
    )
    expect(faults).toHaveLength(100)
    expect(message).toMatch(/And 92 more$/)
  })

  test.each(['null', '{}', '"abc"', '[]', '7'])('refuses %s for times', (json) => {
    expect(inputs(() => simulate(adult, regimen, untyped(json)))).toEqual(['times'])
  })

  test.each(['["1"]', '[null]', '[{}]'])('refuses %s for times, entry by entry', (json) => {
    expect(inputs(() => simulate(adult, regimen, untyped(json)))).toEqual(['times[0]'])
  })

  test.each(['null', '{}', '"abc"', '7'])('refuses %s for a regimen', (json) => {
    expect(inputs(() => simulate(adult, untyped(json), [1]))).toEqual(['regimen'])
  })

  test.each(['[null]', '[{"mg":"35","from":0,"minutes":40}]', '[{}]'])('refuses %s for a regimen, dose by dose', (json) => {
    expect(inputs(() => simulate(adult, untyped(json), [1]))[0]).toMatch(/^regimen\[0\]/)
  })

  test.each(['null', '7', '"abc"', '{}'])('refuses %s for a disposition', (json) => {
    expect(faultOf(() => simulate(untyped(json), regimen, [1])).faults.length).toBeGreaterThan(0)
  })

  test('refuses a compartment the drug enters and never leaves', () => {
    expect(inputs(() => simulate({ ...adult, k21: 0 }, regimen, [1]))).toEqual(['k21'])
    expect(simulate({ ...adult, k12: 0, k21: 0 }, regimen, [40])[0]).toBeGreaterThan(0)
  })

  test.each([0, -70, Number.NaN, Infinity])('refuses a subject of %f kg', (weightKg) => {
    expect(inputs(() => kamp2020.parameters({ weightKg, ageYears: 40, sex: 'male' }))).toEqual(['weightKg'])
  })

  test('asks only for what a model reads: Perez-Ruixo needs the age, and a sex that is given must be one', () => {
    expect(inputs(() => perezRuixo2021.parameters({ weightKg: 70 }))).toEqual(['ageYears'])
    expect(inputs(() => kamp2020.parameters(untyped<Subject>('{"weightKg":70,"ageYears":-1,"sex":"f"}')))).toEqual([
      'ageYears',
      'sex',
    ])
    expect(kamp2020.parameters({ weightKg: 70 }).v1).toBe(25)
  })

  test('refuses a model of intramuscular doses for the vein', () => {
    const { input, expected } = faultOf(() => hornik2018.parameters({ weightKg: 20 }))
    expect([input, expected]).toEqual(['model', 'a model of intravenous doses; hornik-2018 is intramuscular'])
  })

  test.each([
    ['a dose below zero', () => bolus(-1)],
    ['an infusion over no time', () => infusion(35, 0)],
    ['a rate that is not a number', () => steadyState(adult, Number.NaN)],
    ['an effect site that never fills', () => simulateEffectSite(adult, 0, regimen, [1])],
    ['an effect site that is not a number', () => peak(adult, regimen, Number.NaN)],
    ['a threshold of zero, above which time never ends', () => timeAbove(adult, regimen, 0)],
    ['an area up to a time before the start', () => auc(adult, regimen, -1)],
    ['a share of S-ketamine above one', () => relief({ disposition: adult, regimen, days: [1], sFraction: 1.5 })],
    ['days out of order', () => relief({ disposition: adult, regimen, days: [2, 1], sFraction: 1 })],
    ['a seed with a fraction', () => drawSubject(adult, patientVariability, 0.5, 0)],
  ])('refuses %s', (_, call) => {
    expect(faultOf(call).faults).toHaveLength(1)
  })

  test('lets no number out that is not one: a dose too large to compute with is refused', () => {
    expect(faultOf(() => simulate(adult, [bolus(1e308), bolus(1e308)], [0])).input).toBe('plasma[0]')
  })
})
