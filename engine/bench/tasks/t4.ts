import { Fitter } from '../../src/fit/batch.ts'
import { bodyOf } from '../../src/fit/body.ts'
import { priorOf } from '../../src/fit/prior.ts'
import { infusion } from '../../src/regimen.ts'
import { simulate } from '../../src/simulate.ts'
import { nextBody, normals, typical } from '../drawn.ts'
import type { Task } from '../task.ts'

const regimen = [infusion(35, 40)]
const times = [5, 20, 40, 60, 90, 150, 240, 480]
const residual = { proportional: 0.15, additive: 0.005 }
const below = new Uint8Array(times.length)

/** What was seen in each of a thousand people. */
export function seen(): Float64Array[] {
  const normal = normals(7)
  return Array.from({ length: 1000 }, () => {
    const body = nextBody(normal)
    return simulate(body, regimen, times).map((f) =>
      Math.max(0.001, f + Math.hypot(residual.proportional * f, residual.additive) * normal()),
    )
  })
}

/** The sum of the objective at the modes of some of them. */
export function fitted(samples: readonly Float64Array[], fitter = fitterOf()): number {
  const body = bodyOf(typical)
  let all = 0
  for (const values of samples) {
    fitter.run(body, { values, below })
    all += fitter.objective.value
  }
  return all
}

export const fitterOf = () =>
  new Fitter(
    {
      regimen,
      times,
      prior: priorOf(
        ['cl', 'v1', 'v3'],
        [
          [0.09, 0, 0],
          [0, 0.0625, 0],
          [0, 0, 0.0625],
        ],
      ),
      residual,
    },
    1e-6,
  )

export const t4: Task = {
  id: 'T4',
  about: '1,000 fits of three parameters to eight samples',
  limit: 1.5,
  runsInC: 99,
  expected: [-63207.7848881129],
  tolerance: 1e-11,
  prepare() {
    const samples = seen()
    const fitter = fitterOf()
    let all = fitted(samples, fitter)
    return {
      run() {
        all = fitted(samples, fitter)
      },
      found: () => [all],
    }
  },
}
