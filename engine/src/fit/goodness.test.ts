import { describe, expect, test } from 'vitest'
import { varied } from '../disposition.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { otto2021 } from '../models/otto-2021.ts'
import { simons2022 } from '../models/simons-2022.ts'
import { bolus, infusion, type Regimen } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { ngPerMl } from '../units.ts'
import { patientVariability } from '../variability.ts'
import { fit } from './fit.ts'
import type { FitInput } from './input.ts'
import type { Observation } from './observation.ts'

const times = [10, 20, 30, 60, 120, 240]
const regimen = [infusion(20, 20)]
/** What is left of a residual SD of a tenth: no chance, so that nothing here hangs on a draw. */
const noise = [0.06, -0.09, 0.04, 0.1, -0.05, -0.02]
const curve = simulate(simons2022.parameters({ weightKg: 70 }), regimen, times)
const measured = times.map((time, i): Observation => ({ time, plasma: curve[i] * (1 + noise[i]) }))
const base: FitInput = {
  model: simons2022,
  subject: { weightKg: 70 },
  drug: 's-ketamine',
  regimen,
  sampling: 'arterial',
  seed: 3,
  draws: 50,
  observations: measured,
}
const scaled = (factor: number, only?: number) =>
  measured.map((o, i) => ('plasma' in o && (only === undefined || only === i) ? { ...o, plasma: o.plasma * factor } : o))

describe('a fit with nothing wrong', () => {
  const { goodness, posterior, samples, warnings } = fit(base)

  test('does not object', () => {
    expect(goodness.objects).toBe(false)
    expect(goodness.chance).toBeGreaterThan(0.05)
    expect(goodness.slips).toEqual([])
    expect(posterior.trusted).toBe(true)
    expect(warnings.filter(({ about }) => about === 'fit')).toEqual([])
  })

  test('has what no body explains and what no person explains make the whole', () => {
    const statistic = (id: string) => goodness.tests.find((one) => one.id === id)?.statistic ?? Number.NaN
    expect(statistic('lack of fit') + statistic('prior distance')).toBeCloseTo(statistic('joint'), 9)
  })

  test('says which sample pulls how far: as far as a fit without it is away', () => {
    const clearanceOf = (input: FitInput) => {
      const { disposition } = fit(input)
      return disposition.k10 * disposition.v1
    }
    const all = clearanceOf(base)
    samples.forEach(({ pull }, i) => {
      const without = clearanceOf({ ...base, observations: measured.filter((_, j) => j !== i) })
      expect(pull).toBeCloseTo(all / without, 2)
    })
  })
})

describe('a slip of the pen', () => {
  const slips: readonly (readonly [string, number, Partial<FitInput>])[] = [
    ['two', 2, { observations: scaled(2) }],
    ['two', 0.5, { observations: scaled(0.5) }],
    ['ten', 10, { observations: scaled(10) }],
    ['ten', 0.1, { observations: scaled(0.1) }],
    ['thousand', 1000, { observations: scaled(1000) }],
    ['thousand', 0.001, { observations: scaled(0.001) }],
    ['molar', 1000 / 237.725, { observations: scaled(1000 / 237.725) }],
    ['molar', 1 / 237.725, { observations: scaled(1 / 237.725) }],
    ['hours', 60, { observations: measured.map((o) => ({ ...o, time: o.time / 60 })) }],
    ['hours', 60, { regimen: [infusion(20, 20 / 60)] }],
    ['pounds', 2.20462, { subject: { weightKg: 154.3 } }],
  ]

  test.each(slips)('%s (factor %d) is objected to, and named first', (id, factor, wrong) => {
    const { goodness, posterior, warnings } = fit({ ...base, ...wrong })
    expect(goodness.objects).toBe(true)
    expect(posterior.trusted).toBe(false)
    expect(goodness.slips[0].id).toBe(id)
    expect(goodness.slips[0].factor / factor).toBeCloseTo(1, 4)
    expect(warnings[0].message).toContain('does not fit simons-2022')
    expect(warnings[1].message).toContain(goodness.slips[0].says)
  })

  test('of one sample is named with the sample', () => {
    const { goodness, warnings } = fit({ ...base, observations: scaled(10, 3) })
    expect(goodness.slips[0]).toMatchObject({ id: 'ten', factor: 10, sample: 3 })
    expect(warnings.map(({ message }) => message).join()).toMatch(/only the sample at 60 min/)
  })

  test('is not named where nothing that is looked for explains the samples', () => {
    const observations = measured.map((o, i) => ('plasma' in o ? { ...o, plasma: o.plasma * (i % 2 === 0 ? 3 : 0.4) } : o))
    const { goodness } = fit({ ...base, observations })
    expect(goodness.objects).toBe(true)
    expect(goodness.slips).toEqual([])
  })
})

describe('what else contradicts itself', () => {
  const kamp = (observations: readonly Observation[], given: Regimen): FitInput => ({
    ...base,
    model: kamp2020,
    drug: 'racemic-ketamine',
    variability: patientVariability,
    residual: { proportional: 0.1, additive: 0.001 },
    regimen: given,
    observations,
  })

  test('two sessions of two bodies are not averaged without a word', () => {
    const given = [infusion(35, 40), infusion(35, 40, 10_080)]
    const typical = kamp2020.parameters({ weightKg: 70 })
    const ofSession = (start: number, sds: number) => {
      const body = varied(typical, (name) => (name === 'cl' ? Math.exp(0.246 * sds) : 1))
      const at = [40, 60, 120, 240, 480].map((t) => t + start)
      const plasma = simulate(body, given, at)
      return at.map((time, i) => ({ time, plasma: plasma[i] * (1 + noise[i]) }))
    }
    const alike = fit(kamp([...ofSession(0, 0), ...ofSession(10_080, 0)], given))
    expect(alike.goodness.objects).toBe(false)
    const apart = fit(kamp([...ofSession(0, -1.5), ...ofSession(10_080, 1.5)], given))
    expect(apart.goodness.objects).toBe(true)
    expect(apart.warnings[0].message).toContain('one session is')
  })

  test('a sample below its limit that should stand far above it is said with its chance', () => {
    const { goodness, samples } = fit({ ...base, observations: [...measured, { time: 45, below: curve[3] / 3 }] })
    expect(goodness.objects).toBe(true)
    expect(samples[6].chance).toBeLessThan(1e-3)
    const likely = fit({ ...base, observations: [...measured, { time: 900, below: ngPerMl(5) }] })
    expect(likely.goodness.objects).toBe(false)
    expect(likely.samples[6].chance).toBeGreaterThan(0.5)
  })

  test('a blank that holds drug was drawn after a dose that nobody wrote down; an empty one changes nothing', () => {
    const blank = fit({ ...base, observations: [{ time: -5, plasma: 0 }, ...measured] })
    expect(blank.eta).toEqual(fit(base).eta)
    expect(blank.samples[0].residual).toBe('blank')
    const { goodness, warnings } = fit({ ...base, observations: [{ time: -5, plasma: ngPerMl(20) }, ...measured] })
    expect(goodness.objects).toBe(true)
    expect(warnings[0].message).toContain('before the first dose holds 20 ng/mL')
  })
})

describe('samples as they come', () => {
  test('in any order give the same, each answer in the order it was asked', () => {
    const order = [4, 1, 5, 0, 3, 2]
    const found = fit({ ...base, observations: order.map((i) => measured[i]) })
    expect(found.eta).toEqual(fit(base).eta)
    expect(found.samples.map(({ time }) => time)).toEqual(order.map((i) => times[i]))
  })

  test('measured twice count twice', () => {
    const once = fit({ ...base, model: otto2021, sampling: 'venous', observations: measured.slice(2, 4) })
    const twice = fit({
      ...base,
      model: otto2021,
      sampling: 'venous',
      observations: [...measured.slice(2, 4), ...measured.slice(2, 4)],
    })
    expect(twice.sd[1]).toBeLessThan(once.sd[1])
    expect(twice.samples[0].predicted).toBe(twice.samples[2].predicted)
  })

  test('before and after a bolus of their minute are two concentrations', () => {
    const given = [bolus(10), bolus(10, 60)]
    const drawn = (side: 'before' | 'after') =>
      fit({ ...base, regimen: given, observations: [{ time: 60, plasma: ngPerMl(40), drawn: side }] }).samples[0].typical
    const body = simons2022.parameters({ weightKg: 70 })
    expect(drawn('before')).toBeCloseTo(simulate(body, [given[0]], [60])[0], 12)
    expect(drawn('after')).toBeCloseTo(simulate(body, given, [60])[0], 12)
  })
})
