import { describe, expect, test } from 'vitest'
import oracle from '../../reference/fit/modes.json' with { type: 'json' }
import { fromClearances } from '../disposition.ts'
import type { Residual } from '../model.ts'
import { Fitter } from './batch.ts'
import { bodyOf } from './body.ts'
import { curvatureOf } from './laplace.ts'
import { priorOf } from './prior.ts'

type Case = (typeof oracle.cases)[number]

const robustOf = (robust: Case['robust']) => (typeof robust === 'number' ? robust : 'none')

function solved(given: Case) {
  const { observations, regimen, of, omega, typical } = given
  const prior = priorOf(of, omega)
  // The oracle's file has one of the two kinds in every case.
  const residual = given.residual as Residual
  const fitter = new Fitter({
    regimen,
    times: observations.map(({ time }) => time),
    prior,
    residual,
    robust: robustOf(given.robust),
  })
  const values = Float64Array.from(observations, ({ plasma, below }) => plasma ?? below ?? Number.NaN)
  const below = Uint8Array.from(observations, (o) => (o.below === undefined ? 0 : 1))
  const converged = fitter.run(bodyOf(fromClearances(typical)), { values, below })
  return { converged, fitter, eta: [...fitter.scoring.eta] }
}

const farthest = (found: ArrayLike<number>, expected: readonly number[]) =>
  Math.max(...expected.map((x, i) => Math.abs(x - found[i])))

describe('modes that scipy finds on random problems with matrix exponentials', () => {
  test(`all ${oracle.cases.length} within 1e-8 in every eta`, () => {
    const off = oracle.cases.map((given) => {
      const { converged, eta } = solved(given)
      return converged ? farthest(eta, given.eta) : Infinity
    })
    expect(off.map((x, i) => [i, x]).filter(([, x]) => x > 1e-8)).toEqual([])
  })

  test('with the same second derivatives there', () => {
    const off = oracle.cases.map((given) => {
      const { fitter, eta } = solved(given)
      const exact = given.hessian.flat()
      return farthest(curvatureOf(fitter.objective, Float64Array.from(eta)), exact) / Math.max(...exact.map(Math.abs))
    })
    expect(Math.max(...off)).toBeLessThan(1e-7)
  })
})
