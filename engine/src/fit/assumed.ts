import { type Fault, numberFaults } from '../fault.ts'
import type { Residual, Variability } from '../model.ts'
import { factor } from '../numeric/cholesky.ts'
import type { Body } from './body.ts'
import { fittable, placeOf } from './body.ts'
import type { FitInput } from './input.ts'

/** The part of a variability that concerns the parent: what a metabolite does in addition, plasma samples of the parent cannot tell. */
export function parentPart({ of, omega }: Variability): { names: string[]; omega: number[][] } {
  const kept = of.map((_, i) => i).filter((i) => !of[i].includes('.'))
  return { names: kept.map((i) => of[i]), omega: kept.map((i) => kept.map((j) => omega[i][j])) }
}

/** What a fit takes as the spread between people: given, or published with the model. */
export const variabilityOf = ({ model, variability }: FitInput): Variability | undefined =>
  variability ?? (typeof model.variability === 'string' ? undefined : model.variability)

/** What a fit takes as the residual error: given, or published with the model. */
export const residualOf = ({ model, residual }: FitInput): Residual | undefined =>
  residual ?? (typeof model.residual === 'string' ? undefined : model.residual.ketamine)

/** Empty when the spread is one of this body: a covariance, of parameters that the body has. */
export function variabilityFaults(input: FitInput, body: Body | undefined): Fault[] {
  const variability: unknown = variabilityOf(input)
  if (variability === undefined)
    return [
      { input: 'variability', value: input.variability, expected: `given, since ${input.model.id} has none: ${said(input)}` },
    ]
  if (!isVariability(variability))
    return [
      {
        input: 'variability',
        value: variability,
        expected: 'an object with id, of, omega: a row and a column of numbers for each name',
      },
    ]
  const { names, omega } = parentPart(variability)
  const unknown = names.filter((name) => placeOf(name) < 0 || (body && body.values[placeOf(name)] === 0))
  const known = fittable.filter((name) => !body || body.values[placeOf(name)] > 0)
  const twice = new Set(names).size < names.length
  return [
    ...unknown.map((name) => ({ input: 'variability.of', value: name, expected: `among ${known.join(', ')}` })),
    ...(names.length === 0 || twice
      ? [{ input: 'variability.of', value: names.join(', '), expected: 'at least one parameter of the parent, none twice' }]
      : []),
    ...(isCovariance(omega)
      ? []
      : [{ input: 'variability.omega', value: omega, expected: 'a covariance: symmetric, positive definite' }]),
  ]
}

const said = ({ model }: FitInput) =>
  `it is ${typeof model.variability === 'string' ? model.variability : 'of metabolites alone'}`

function isVariability(value: unknown): value is Variability {
  if (typeof value !== 'object' || value === null) return false
  const { of, omega } = value as Record<string, unknown>
  if (!Array.isArray(of) || !of.every((name) => typeof name === 'string') || !Array.isArray(omega)) return false
  const rowIsWhole = (row: unknown) => Array.isArray(row) && row.length === of.length && row.every((x) => Number.isFinite(x))
  return omega.length === of.length && omega.every(rowIsWhole)
}

const isCovariance = (omega: readonly (readonly number[])[]) =>
  omega.every((row, i) => row.every((x, j) => Math.abs(x - omega[j][i]) <= 1e-12 * Math.abs(x))) &&
  factor(Float64Array.from(omega.flat()), omega.length)

/** Empty when the residual error is one, and not zero. */
export function residualFaults(input: FitInput): Fault[] {
  const residual: unknown = residualOf(input)
  if (residual === undefined)
    return [{ input: 'residual', value: input.residual, expected: `given, since ${input.model.id} has none for the parent` }]
  if (typeof residual !== 'object' || residual === null)
    return [{ input: 'residual', value: residual, expected: 'an object with proportional and additive, or with logSd' }]
  if ('logSd' in residual) return numberFaults('residual.logSd', residual.logSd, { above: 0 })
  const { proportional, additive } = residual as Record<string, unknown>
  const none = proportional === 0 && additive === 0
  return [
    ...numberFaults('residual.proportional', proportional, { min: 0 }),
    ...numberFaults('residual.additive', additive, { min: 0 }),
    ...(none ? [{ input: 'residual', value: 'zero', expected: 'one of proportional and additive above 0' }] : []),
  ]
}
