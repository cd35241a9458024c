import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { otto2021 } from '../models/otto-2021.ts'
import { simons2022 } from '../models/simons-2022.ts'
import { bolus, infusion } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { fit } from './fit.ts'
import type { FitInput } from './input.ts'

const regimen = [infusion(20, 30)]
const times = [30, 100, 240]
const curve = simulate(otto2021.parameters({ weightKg: 70 }), regimen, times)
const sound: FitInput = {
  model: otto2021,
  subject: { weightKg: 70 },
  drug: 's-ketamine',
  regimen,
  sampling: 'venous',
  seed: 1,
  draws: 10,
  observations: times.map((time, i) => ({ time, plasma: curve[i] })),
}

function faultsOf(input: unknown): string[] {
  try {
    // Callers without types are answered too.
    fit(input as FitInput)
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map((fault) => fault.input)
    throw error
  }
  return []
}

describe('before anything is fitted', () => {
  test('a sound input has no fault', () => expect(faultsOf(sound)).toEqual([]))

  test('every fault of the data is listed at once', () => {
    const observations = [
      { time: 100, plasma: 0.1 },
      { time: 100, plasma: Number.NaN },
      { time: 50, plasma: 0 },
      { time: -5, plasma: -1 },
      { time: 300 },
      { time: 400, plasma: 0.1, below: 0.2 },
    ]
    expect(faultsOf({ ...sound, observations, seed: 0.5, subject: { weightKg: -70 }, robust: 0 })).toEqual([
      'weightKg',
      'observations[1].plasma',
      'observations[3].plasma',
      'observations[4]',
      'observations[5]',
      'seed',
      'robust',
    ])
  })

  test.each([
    ['nothing', null, 'input'],
    ['no model', { ...sound, model: null }, 'model'],
    ['no samples', { ...sound, observations: [] }, 'observations'],
    ['samples that are none', { ...sound, observations: [null] }, 'observations[0]'],
    ['no vessel', { ...sound, sampling: undefined }, 'sampling'],
    ['no doses', { ...sound, regimen: [] }, 'regimen'],
    ['doses that are none', { ...sound, regimen: 'much' }, 'regimen'],
    ['samples from before the first dose alone', { ...sound, regimen: [bolus(20, 600)] }, 'observations'],
    ['a racemate in a model of S-ketamine', { ...sound, drug: 'racemic-ketamine' }, 'drug'],
    ['another drug', { ...sound, drug: 'propofol' }, 'drug'],
    ['a residual of zero', { ...sound, residual: { proportional: 0, additive: 0 } }, 'residual'],
    [
      'a spread that is no covariance',
      {
        ...sound,
        variability: {
          of: ['cl', 'v1'],
          omega: [
            [1, 2],
            [2, 1],
          ],
        },
      },
      'variability.omega',
    ],
    ['a spread of what the body has not', { ...sound, variability: { of: ['qh'], omega: [[1]] } }, 'variability.of'],
    ['a spread with a row too few', { ...sound, variability: { of: ['cl', 'v1'], omega: [[1, 0]] } }, 'variability'],
  ])('%s is a fault', (_, input, expected) => expect(faultsOf(input)).toEqual([expected]))

  test('a model without a spread or a residual error wants them said', () => {
    expect(faultsOf({ ...sound, model: kamp2020 })).toEqual(['variability', 'residual'])
  })

  test('a drug that nobody named is asked for', () => {
    const { drug: _, ...unsaid } = sound
    expect(faultsOf(unsaid)).toEqual(['drug'])
  })

  test('a sample in the very minute of a bolus must say whether it was drawn before or after it', () => {
    const regimen = [bolus(20), bolus(20, 100)]
    const observations = [{ time: 100, plasma: 0.03 }]
    expect(faultsOf({ ...sound, regimen, observations })).toEqual(['observations[0].drawn'])
    const drawn = (side: string) => ({ ...sound, regimen, observations: [{ ...observations[0], drawn: side }] })
    expect(faultsOf(drawn('before'))).toEqual([])
    expect(faultsOf(drawn('after'))).toEqual([])
    expect(faultsOf(drawn('later'))).toEqual(['observations[0].drawn'])
  })

  test('nothing is no number once drug was given; before, it is a blank, and blanks alone are nothing to fit', () => {
    const blank = { time: -10, plasma: 0 }
    expect(faultsOf({ ...sound, observations: [...sound.observations, { time: 300, plasma: 0 }] })).toEqual([
      'observations[3].plasma',
    ])
    expect(faultsOf({ ...sound, observations: [blank, ...sound.observations] })).toEqual([])
    expect(faultsOf({ ...sound, observations: [blank, { time: 0, plasma: 0 }] })).toEqual(['observations'])
  })

  test('venous samples soon after a change of the pump are not for an arterial model; an hour later they are', () => {
    const input = { ...sound, model: simons2022 }
    const plasma = simulate(simons2022.parameters({ weightKg: 70 }), regimen, times)
    const observations = times.map((time, i) => ({ time, plasma: plasma[i] }))
    expect(faultsOf({ ...input, observations })).toEqual(['observations[0].time'])
    expect(faultsOf({ ...input, observations: [{ ...observations[0], site: 'arterial' }, observations[1]] })).toEqual([])
  })
})

describe('warnings', () => {
  test('say that samples come from another vessel than the model', () => {
    expect(fit(sound).warnings).toEqual([])
    expect(fit({ ...sound, sampling: 'arterial' }).warnings.map(({ about }) => about)).toEqual(['sampling'])
  })

  test('say that a model does not hold for the subject, and that a spread is borrowed', () => {
    const variability = {
      id: 'x',
      title: 'x',
      source: { citation: 'x', population: 'x', confidence: 'x' },
      basis: 'borrowed',
      of: ['cl'],
      omega: [[0.06]],
    } as const
    const plasma = simulate(simons2022.parameters({ weightKg: 120 }), regimen, times)
    const observations = times.map((time, i) => ({ time, plasma: plasma[i] }))
    const { warnings } = fit({
      ...sound,
      model: simons2022,
      sampling: 'arterial',
      subject: { weightKg: 120 },
      observations,
      variability,
    })
    expect(warnings.map(({ about }) => about)).toEqual(['weightKg', 'variability'])
  })
})
