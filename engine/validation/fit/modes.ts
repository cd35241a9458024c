import { readFileSync } from 'node:fs'
import type { Clearances } from '../../src/disposition.ts'
import { fromClearances } from '../../src/disposition.ts'
import { Fitter } from '../../src/fit/batch.ts'
import { bodyOf } from '../../src/fit/body.ts'
import { curvatureOf } from '../../src/fit/laplace.ts'
import { priorOf } from '../../src/fit/prior.ts'
import type { Residual } from '../../src/model.ts'
import type { Dose } from '../../src/regimen.ts'
import type { Row } from '../group.ts'

/** Where the modes stand that another program found, with matrix exponentials and an optimiser of its own; path from the validation. */
export const oracle = '../reference/fit/modes.json'

type Case = {
  typical: Clearances
  of: string[]
  omega: number[][]
  regimen: Dose[]
  residual: Residual
  robust: 'none' | number
  observations: { time: number; plasma?: number; below?: number }[]
  eta: number[]
  hessian: number[][]
}

const read = (): readonly Case[] => JSON.parse(readFileSync(new URL(`../${oracle}`, import.meta.url), 'utf8')).cases

const farthest = (found: ArrayLike<number>, expected: readonly number[]) =>
  Math.max(...expected.map((x, i) => Math.abs(x - found[i])))

/** How far the engine stands from the other program in one problem: largest distance of an eta, and of the curvature relative to its largest. */
function distances({ typical, of, omega, regimen, residual, robust, observations, eta, hessian }: Case) {
  const times = observations.map(({ time }) => time)
  const fitter = new Fitter({ regimen, times, prior: priorOf(of, omega), residual, robust })
  const values = Float64Array.from(observations, ({ plasma, below }) => plasma ?? below ?? Number.NaN)
  const below = Uint8Array.from(observations, (o) => (o.below === undefined ? 0 : 1))
  const converged = fitter.run(bodyOf(fromClearances(typical)), { values, below })
  const exact = hessian.flat()
  return {
    eta: converged ? farthest(fitter.scoring.eta, eta) : Number.POSITIVE_INFINITY,
    curvature: farthest(curvatureOf(fitter.objective, fitter.scoring.eta.slice()), exact) / Math.max(...exact.map(Math.abs)),
  }
}

/** Modes and curvatures beside those of the other program. */
export function modeRows(): Row[] {
  const found = read().map(distances)
  const row = (what: string, tolerance: number, said: string, got: number): Row => ({
    id: 'MAP',
    what: `${found.length} random problems: ${what}`,
    expected: '0',
    tolerance: said,
    got: got.toExponential(1).replace('e-', 'e−'),
    verdict: got < tolerance ? 'pass' : 'FAIL',
  })
  return [
    row('largest distance of an eta from the independent optimiser’s', 1e-6, '1e−6', Math.max(...found.map(({ eta }) => eta))),
    row('largest relative distance of the curvature there', 1e-6, '1e−6', Math.max(...found.map(({ curvature }) => curvature))),
  ]
}
