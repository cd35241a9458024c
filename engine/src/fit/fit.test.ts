import { describe, expect, test } from 'vitest'
import { steadyState } from '../kinetics.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { otto2021 } from '../models/otto-2021.ts'
import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'
import { infusion } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { days, inLitresPerHour, mgPerHour, ngPerMl } from '../units.ts'
import { Fitter } from './batch.ts'
import { bodyOf, dispositionOf, placeOf } from './body.ts'
import { fit } from './fit.ts'
import type { FitInput } from './input.ts'
import { priorOf } from './prior.ts'
import { shrinkage } from './shrinkage.ts'

const spread = {
  id: 'test',
  title: 'A test input',
  source: { citation: 'none', population: 'none', confidence: 'a test input, not a published value' },
  basis: 'source',
} as const

const month = days(60)
const steady = {
  subject: { weightKg: 70 },
  regimen: [infusion(mgPerHour(20) * month, month)],
  sampling: 'venous',
  seed: 1,
} as const

describe('one sample at steady state', () => {
  test('gives the clearance and its SD that are known in closed form', () => {
    const variability = { ...spread, of: ['cl'] as const, omega: [[0.0625]] }
    const observations = [{ time: month, plasma: ngPerMl(300) }]
    const { disposition, sd, converged, posterior } = fit({
      ...steady,
      model: kamp2020,
      drug: 'racemic-ketamine',
      variability,
      residual: { logSd: 0.15 },
      observations,
    })
    expect(converged).toBe(true)
    expect(inLitresPerHour(disposition.k10 * disposition.v1)).toBeCloseTo(70.8724, 4)
    expect(sd[0]).toBeCloseTo(0.128624, 6)
    expect(posterior.trusted).toBe(true)
  })

  test.each([
    [300, 84.9881],
    [150, 105.982],
  ])('of %d ng/mL in the prior of Otto means a clearance of %d L/h', (measured, expected) => {
    const observations = [{ time: month, plasma: ngPerMl(measured) }]
    const { disposition, sd, parameters } = fit({
      ...steady,
      model: otto2021,
      drug: 's-ketamine',
      residual: { logSd: 0.23609 },
      observations,
    })
    expect(inLitresPerHour(disposition.k10 * disposition.v1) / expected).toBeCloseTo(1, 5)
    expect(sd[parameters.indexOf('cl')]).toBeCloseTo(0.133237, 6)
  })
})

const times = [15, 30, 60, 120, 240, 480]
const regimen = [infusion(20, 30)]
const truth = otto2021.parameters({ weightKg: 70 })
const curve = simulate(truth, regimen, times)
const base: FitInput = {
  model: otto2021,
  drug: 's-ketamine',
  subject: { weightKg: 70 },
  regimen,
  sampling: 'venous',
  seed: 5,
  observations: times.map((time, i) => ({ time, plasma: curve[i] * (i % 2 === 0 ? 1.1 : 0.9) })),
}

describe('the posterior', () => {
  const { posterior, eta, covariance } = fit({ ...base, draws: 4000 })

  test('has draws whose mean and covariance are close to the normal at the mode, since this one is nearly normal', () => {
    const mean = eta.map((_, p) => posterior.etas.reduce((sum, each) => sum + each[p], 0) / posterior.etas.length)
    mean.forEach((m, p) => {
      expect(Math.abs(m - eta[p])).toBeLessThan(0.3 * Math.sqrt(covariance[p][p]))
      const variance = posterior.etas.reduce((sum, each) => sum + (each[p] - m) ** 2, 0) / posterior.etas.length
      expect(variance / covariance[p][p]).toBeGreaterThan(0.85)
      expect(variance / covariance[p][p]).toBeLessThan(1.15)
    })
    expect(posterior.effectiveSize).toBeGreaterThan(0.5 * posterior.proposals)
    expect(posterior.effectiveSize).toBeLessThan(posterior.proposals)
  })

  test('is the same for the same seed and another for another', () => {
    expect(fit(base).posterior.etas).toEqual(fit(base).posterior.etas)
    expect(fit({ ...base, seed: 6 }).posterior.etas).not.toEqual(fit(base).posterior.etas)
  })
})

test('a sample below the limit of quantification pulls less than one of half the limit, and more than none', () => {
  const early = base.observations.slice(0, 2)
  const clearance = (late: FitInput['observations']) => {
    const { disposition } = fit({ ...base, observations: [...early, ...late] })
    return disposition.k10 * disposition.v1
  }
  const limit = curve[5] / 2
  expect(clearance([{ time: 480, below: limit }])).toBeGreaterThan(clearance([]))
  expect(clearance([{ time: 480, below: limit }])).toBeLessThan(clearance([{ time: 480, plasma: limit / 2 }]))
})

test('Student-t residuals tell an outlier by its weight and do not follow it', () => {
  const observations = base.observations.map((o, i) => (i === 3 && 'plasma' in o ? { ...o, plasma: o.plasma * 8 } : o))
  const input = { ...base, observations, residual: { proportional: 0.1, additive: 0 } }
  const clean = fit({ ...base, residual: input.residual }).disposition.k10
  const followed = fit(input)
  const robust = fit({ ...input, robust: 4 })
  expect(Math.abs(robust.disposition.k10 / clean - 1)).toBeLessThan(0.5 * Math.abs(followed.disposition.k10 / clean - 1))
  const weights = robust.samples.map(({ weight }) => weight)
  expect(weights.indexOf(Math.min(...weights))).toBe(3)
  expect(weights[3]).toBeLessThan(0.05)
  expect(followed.samples.map(({ weight }) => weight)).toEqual(times.map(() => 1))
})

describe('a liver', () => {
  const subject = { weightKg: 70, ageYears: 45, sex: 'female' } as const
  const of = ['qh', 'vh', 'v1', 'kel'] as const
  const omega = of.map((_, i) => of.map((_, j) => (i === j ? 0.09 : 0)))
  const input = (plasma: ArrayLike<number>): FitInput => ({
    model: perezRuixo2021,
    drug: 's-ketamine',
    subject,
    regimen,
    sampling: 'venous',
    seed: 1,
    draws: 1,
    observations: times.map((time, i) => ({ time, plasma: plasma[i] })),
    variability: { ...spread, of, omega },
    residual: { logSd: 1e-4 },
  })

  test('that differs from the typical one is found again', () => {
    const typical = bodyOf(perezRuixo2021.parameters(subject))
    const truth = [0.3, -0.2, 0.25, -0.3]
    const values = typical.values.map((x, place) => x * Math.exp(truth[of.findIndex((name) => placeOf(name) === place)] ?? 0))
    const { eta, converged } = fit(input(simulate(dispositionOf({ ...typical, values }), regimen, times)))
    expect(converged).toBe(true)
    eta.forEach((found, p) => {
      expect(Math.abs(found - truth[p])).toBeLessThan(0.01)
    })
  })

  test('has sensitivities that differences of the curve confirm', () => {
    const prior = priorOf(of, omega)
    const fitter = new Fitter({ regimen, times, prior, residual: { logSd: 0.1 } })
    const values = Float64Array.from(times, () => 0.1)
    fitter.objective.person(bodyOf(perezRuixo2021.parameters(subject)), { values, below: new Uint8Array(times.length) })
    const at = Float64Array.of(0.2, -0.1, 0.1, 0.3)
    const logsAt = (eta: Float64Array) => {
      fitter.objective.at(eta)
      return Array.from(fitter.objective.predicted, Math.log)
    }
    of.forEach((_, p) => {
      const [up, down] = [1e-5, -1e-5].map((step) => logsAt(at.map((x, q) => (q === p ? x + step : x))))
      fitter.objective.at(at)
      times.forEach((_, look) => {
        expect(fitter.objective.sensitivities(look)[p]).toBeCloseTo((up[look] - down[look]) / 2e-5, 7)
      })
    })
  })
})

describe('shrinkage', () => {
  const people = (plasma: (i: number) => number, logSd: number) =>
    [0.9, 1, 1.1, 1.25].map((factor) =>
      fit({
        ...steady,
        model: kamp2020,
        drug: 'racemic-ketamine',
        variability: { ...spread, of: ['cl'], omega: [[0.0625]] },
        residual: { logSd },
        observations: [{ time: month, plasma: plasma(factor) }],
      }),
    )
  const level = steadyState(kamp2020.parameters({ weightKg: 70 }), mgPerHour(20))

  test('of eta with one steady sample is in closed form: the mode is the log ratio times ω²/(ω² + σ²)', () => {
    const logs = [0.9, 1, 1.1, 1.25].map(Math.log)
    const mean = logs.reduce((a, b) => a + b, 0) / 4
    const sd = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3)
    const pulled = 0.0625 / (0.0625 + 0.0225)
    const { eta, epsilon } = shrinkage(people((factor) => level * factor, 0.15))
    expect(eta.cl).toBeCloseTo(1 - (sd * pulled) / 0.25, 8)
    expect(epsilon).toBeCloseTo(1 - (sd * (1 - pulled)) / 0.15, 8)
  })

  test('of one person is refused', () => {
    expect(() => shrinkage(people(() => level, 0.15).slice(0, 1))).toThrow('fits.length')
  })
})
