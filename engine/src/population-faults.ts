import { EngineFault, type Fault, numberFaults, objectFaults, wholeFaults } from './fault.ts'
import type { Model, Subject } from './model.ts'
import { triangle } from './numeric/semidefinite.ts'

export const seedFaults = (seed: unknown): Fault[] => wholeFaults('seed', seed)

/** Subjects are counted in 32 bits. */
export const indexFaults = (index: unknown): Fault[] => wholeFaults('index', index, { max: 2 ** 32 - 1 })

/** The largest variance of a logarithm: with it, one subject in forty is twenty thousand times the typical one. */
const mostVariance = 25

/** Empty when parameters that the engine knows differ by a covariance: square, symmetric, no negative eigenvalue. */
export function variabilityFaults(variability: unknown, known: (parameter: unknown) => boolean): Fault[] {
  const faults = objectFaults('variability', variability, 'an object with of, omega')
  if (faults.length > 0) return faults
  const { of, omega } = variability as Record<string, unknown>
  const names: unknown[] = Array.isArray(of) ? of : []
  return [
    ...(Array.isArray(of) ? [] : [{ input: 'variability.of', value: of, expected: 'a list of parameters' }]),
    ...names.flatMap((name, i) =>
      known(name) ? [] : [{ input: `variability.of[${i}]`, value: name, expected: 'a parameter, such as cl or norketamine.cl' }],
    ),
    ...omegaFaults(omega, names.length),
  ]
}

function omegaFaults(omega: unknown, size: number): Fault[] {
  const isSquare = (rows: unknown): rows is unknown[][] =>
    Array.isArray(rows) && rows.length === size && rows.every((row) => Array.isArray(row) && row.length === size)
  if (!isSquare(omega)) return [{ input: 'variability.omega', value: omega, expected: `${size} rows of ${size} numbers` }]
  const entries = omega.flatMap((row, i) =>
    row.flatMap((value, j) =>
      numberFaults(
        `variability.omega[${i}][${j}]`,
        value,
        i === j ? { min: 0, max: mostVariance } : { min: -mostVariance, max: mostVariance },
      ),
    ),
  )
  if (entries.length > 0) return entries
  const matrix = omega as number[][]
  const skew = matrix.flatMap((row, i) =>
    row.flatMap((value, j) =>
      Math.abs(value - matrix[j][i]) <= 1e-9 * Math.abs(value)
        ? []
        : [{ input: `variability.omega[${i}][${j}]`, value, expected: `the same as in row ${j}, ${matrix[j][i]}` }],
    ),
  )
  if (skew.length > 0 || triangle(matrix)) return skew
  return [{ input: 'variability.omega', value: omega, expected: 'a covariance: no negative eigenvalue' }]
}

/** Empty when an effect says how its half-life is spread. */
export function effectFaults(effect: unknown): Fault[] {
  const faults = objectFaults('effect', effect, 'an effect with a halfLife')
  if (faults.length > 0) return faults
  const { halfLife } = effect as Record<string, unknown>
  const missing = objectFaults('effect.halfLife', halfLife, 'an object with low, high (min)')
  if (missing.length > 0) return missing
  const { low, high } = halfLife as Record<string, unknown>
  return [
    ...numberFaults('effect.halfLife.low', low, { above: 0 }),
    ...numberFaults('effect.halfLife.high', high, { min: Number.isFinite(low) ? Number(low) : 0, above: 0 }),
  ]
}

/** Empty when a model knows the parameters of a subject; else what it says against the subject. */
export function modelFaults(model: unknown, subject: Subject): Fault[] {
  const { parameters } = (model ?? {}) as Partial<Model>
  if (typeof parameters !== 'function')
    return [{ input: 'model', value: model, expected: 'a model of `models`, or one made with defineModel' }]
  try {
    parameters(subject)
    return []
  } catch (fault) {
    if (fault instanceof EngineFault) return [...fault.faults]
    throw fault
  }
}

/** Empty when a model prints how sure its numbers are. */
export function uncertaintyFaults(model: unknown): Fault[] {
  const faults = objectFaults('model', model, 'a model of `models`')
  if (faults.length > 0) return faults
  const { id, standardErrors } = model as Record<string, unknown>
  if (standardErrors === 'not found')
    return [{ input: 'model', value: id, expected: 'a model with standard errors; none were found for this one' }]
  const missing = objectFaults('model.standardErrors', standardErrors, 'relative standard errors by parameter')
  if (missing.length > 0) return missing
  return Object.entries(standardErrors as object).flatMap(([name, value]) =>
    numberFaults(`model.standardErrors.${name}`, value, { min: 0, max: 10 }),
  )
}
