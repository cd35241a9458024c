import { numberFaults, refuse } from '../fault.ts'
import type { Fit } from './fitted.ts'

/**
 * How far a group of fits fell back on the prior, as fractions on the scale of SDs: 1 − SD(η)/ω for each parameter, and 1 − SD of the
 * standardised residuals. Near 0 the samples spoke; near 1 the prior did, and plots of η mislead (definitions of Savic and Karlsson 2009).
 */
export type Shrinkage = { eta: Readonly<Record<string, number>>; epsilon: number }

/** Shrinkage over the fits of at least two people with the same parameters. */
export function shrinkage(fits: readonly Fit[]): Shrinkage {
  refuse(numberFaults('fits.length', fits.length, { min: 2 }), fits.flatMap(alike(fits)))
  const residuals = fits.flatMap(({ samples }) =>
    samples.flatMap(({ residual }) => (typeof residual === 'number' ? [residual] : [])),
  )
  const eta = fits[0].parameters.map((name, p) => {
    const omega = Math.sqrt(fits.reduce((sum, each) => sum + each.omega[p] ** 2, 0) / fits.length)
    return [name, 1 - deviation(fits.map((each) => each.eta[p])) / omega]
  })
  return { eta: Object.fromEntries(eta), epsilon: 1 - deviation(residuals) }
}

const alike = (fits: readonly Fit[]) => (each: Fit, i: number) => {
  const expected = fits[0].parameters.join(', ')
  return each.parameters.join(', ') === expected
    ? []
    : [{ input: `fits[${i}].parameters`, value: each.parameters.join(', '), expected }]
}

/** The standard deviation of a sample. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1))
}
