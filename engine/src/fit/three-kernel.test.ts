import fc from 'fast-check'
import { expect, test } from 'vitest'
import { varied } from '../disposition.ts'
import { kernel } from '../kernel/choose.ts'
import { domino } from '../models/domino.ts'
import { bolus, infusion } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { Fitter } from './batch.ts'
import { bodyOf, type Fittable, fittable } from './body.ts'
import { priorOf } from './prior.ts'

const names = fittable.slice(0, 6)
const typical = domino.parameters({ weightKg: 70 })
const spread = [
  [0.09, 0.02, 0.01],
  [0.02, 0.0625, 0.015],
  [0.01, 0.015, 0.08],
]

const designs = fc.record({
  of: fc.shuffledSubarray([...names], { minLength: 3, maxLength: 3 }),
  mg: fc.double({ min: 1, max: 100, noNaN: true }),
  minutes: fc.double({ min: 0.5, max: 300, noNaN: true }),
  later: fc.double({ min: 0, max: 500, noNaN: true }),
  gaps: fc.array(fc.double({ min: 0.01, max: 200, noNaN: true }), { minLength: 1, maxLength: 13 }),
  proportional: fc.double({ min: 0.02, max: 0.4, noNaN: true }),
  additive: fc.double({ min: 1e-4, max: 0.02, noNaN: true }),
  truth: fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: 3, maxLength: 3 }),
  noise: fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 13, maxLength: 13 }),
})

type Design = typeof designs extends fc.Arbitrary<infer T> ? T : never

function both({ of, mg, minutes, later, gaps, proportional, additive, truth, noise }: Design) {
  const regimen = [infusion(mg, minutes), bolus(mg / 3, later)]
  let now = 0
  const times = gaps.map((gap) => {
    now += gap
    return now
  })
  const body = varied(typical, (name) => Math.exp(truth[of.indexOf(name as Fittable)] ?? 0))
  const values = simulate(body, regimen, times).map((f, i) =>
    Math.max(1e-4, f + Math.hypot(proportional * f, additive) * noise[i]),
  )
  const protocol = { regimen, times, prior: priorOf(of, spread), residual: { proportional, additive } }
  const samples = { values, below: new Uint8Array(values.length) }
  const find = (plain: boolean) => {
    const fitter = new Fitter(protocol, 1e-9, plain)
    const found = fitter.run(bodyOf(typical), samples)
    const { value, evaluations } = fitter.objective
    return { found, value, evaluations, eta: [...fitter.scoring.eta] }
  }
  return [find(false), find(true)] as const
}

test('the kernel finds the modes that plain TypeScript finds, whatever varies and whenever it was looked', () => {
  fc.assert(
    fc.property(designs, (design) => {
      const [fast, plain] = both(design)
      expect(fast.found).toBe(plain.found)
      expect(Math.abs(fast.value - plain.value)).toBeLessThan(1e-8 * (1 + Math.abs(plain.value)))
      for (const [p, eta] of plain.eta.entries()) expect(Math.abs(fast.eta[p] - eta)).toBeLessThan(1e-6)
    }),
    { numRuns: 300, seed: 4 },
  )
})

test('a mode does not depend on who was fitted before, nor on another design fitted in between', () => {
  const [one, other] = fc.sample(designs, { numRuns: 2, seed: 11 })
  const first = both(one)[0]
  both(other)
  expect(both(one)[0]).toEqual(first)
})

test('samples below a limit and bodies of two compartments are left to plain TypeScript', () => {
  const protocol = {
    regimen: [infusion(35, 40)],
    times: [20, 60, 240],
    prior: priorOf(['cl', 'v1', 'q2'], spread),
    residual: { proportional: 0.1, additive: 0.005 },
  }
  const { k13: _, k31: __, ...two } = typical
  const limited = { values: Float64Array.of(0.2, 0.1, 0.005), below: Uint8Array.of(0, 0, 1) }
  const seen = { values: limited.values, below: new Uint8Array(3) }
  for (const [body, samples] of [
    [typical, limited],
    [{ ...two, k13: 0, k31: 0 }, seen],
  ] as const) {
    const found = [false, true].map((plain) => {
      const fitter = new Fitter(protocol, 1e-9, plain)
      fitter.run(bodyOf(body), samples)
      return [fitter.objective.value, ...fitter.scoring.eta]
    })
    expect(found[0]).toEqual(found[1])
  }
})

test('this machine has the kernel', () => {
  expect(kernel().fitThree).toBeTypeOf('function')
})
