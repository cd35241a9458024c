import type { Fault } from '../fault.ts'
import { factor } from '../numeric/cholesky.ts'
import { parentPart, residualOf, variabilityOf } from './assumed.ts'
import { Fitter } from './batch.ts'
import type { Body } from './body.ts'
import type { FitInput } from './input.ts'
import { levelOf } from './observation.ts'
import { priorOf } from './prior.ts'

/** The slip that is looked for: ng/mL read as mg/L, or the other way round. */
const slip = 1000

/** How many standard deviations, of people and of samples together, still count as a strange person. */
const strange = 6

/** Samples that no subject could reach, and that a factor of 1,000 would bring back among people. */
export function slipFaults(input: FitInput, typical: Body): Fault[] {
  const { names, omega, residual, regimen, observations } = assumedOf(input)
  const times = observations.map(({ time }) => time)
  const fitter = new Fitter({ regimen, times, prior: priorOf(names, omega), residual })
  const { objective } = fitter
  const values = Float64Array.from(observations, levelOf)
  objective.person(typical, { values, below: new Uint8Array(values.length) })
  objective.at(new Float64Array(names.length))
  const lower = Float64Array.from(omega.flat())
  factor(lower, names.length)
  return observations.flatMap((o, i) => {
    if ('below' in o) return []
    const off = Math.log(o.plasma / objective.predicted[i])
    const reach = strange * Math.hypot(spread(lower, objective.sensitivities(i)), straying(residual, objective.predicted[i]))
    const mended = Math.abs(Math.abs(off) - Math.log(slip))
    return Math.abs(off) > reach && mended < reach && mended < Math.abs(off) / 2
      ? [
          {
            input: `observations[${i}].plasma`,
            value: o.plasma,
            expected: `mg/L; ${off > 0 ? 'divided by' : 'times'} ${slip} it would be one of a person's`,
          },
        ]
      : []
  })
}

function assumedOf(input: FitInput) {
  const [variability, residual] = [variabilityOf(input), residualOf(input)]
  if (!variability || !residual) throw new Error('asked before the spread and the residual error were found to be there')
  return { ...parentPart(variability), residual, regimen: input.regimen, observations: input.observations }
}

/** The SD between people of the logarithm of a concentration, from the factor of Ω and d ln f / dη: |Lᵀ·d|. */
function spread(lower: Float64Array, along: Float64Array): number {
  const n = along.length
  const upper = lower.map((_, i) => lower[(i % n) * n + Math.floor(i / n)])
  const out = along.map((_, i) => along.reduce((sum, x, k) => sum + (k >= i ? upper[i * n + k] * x : 0), 0))
  return Math.hypot(...out)
}

const straying = (residual: ReturnType<typeof residualOf> & object, f: number) =>
  'logSd' in residual ? residual.logSd : Math.hypot(residual.proportional, residual.additive / f)
