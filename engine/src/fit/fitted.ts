import type { Disposition } from '../disposition.ts'
import type { Fittable } from './body.ts'
import type { Goodness } from './goodness-of-fit.ts'
import type { FitWarning } from './input.ts'
import type { Resampled } from './resample.ts'

/**
 * One sample beside what is predicted (mg/L): for this person, and for the typical one; the residual in units of its SD, or that it lies
 * below a limit, or is a blank; what it counted.
 */
export type Fitted = {
  time: number
  predicted: number
  typical: number
  residual: number | 'below' | 'blank'
  weight: number
  /** How far a measured sample is from where the others would have it, in SDs. */
  apart: number | null
  /** How likely a sample was to lie below its limit, from those that were measured. */
  chance: number | null
  /** What this sample alone multiplies the clearance by. */
  pull: number | null
}

/** What is known of one person after the samples. `eta` are the logarithms of what the typical parameters are multiplied by. */
export type Fit = {
  parameters: readonly Fittable[]
  eta: readonly number[]
  /** Prior SD of each eta. */
  omega: readonly number[]
  /** Posterior SD of each eta, from the covariance at the mode (Laplace). */
  sd: readonly number[]
  covariance: readonly (readonly number[])[]
  /** Whether the covariance is of the exact second derivative, or of the expected one because the exact one is no covariance. */
  covarianceFrom: 'hessian' | 'fisher'
  /** The most likely body. */
  disposition: Disposition
  /** Σ loss + ηᵀΩ⁻¹η at the mode: twice the negative log-posterior up to a constant. */
  objective: number
  converged: boolean
  /** In the order in which they were given. */
  samples: readonly Fitted[]
  goodness: Goodness
  /** Equally likely bodies; not to be used where `trusted` is false. */
  posterior: { draws: readonly Disposition[]; etas: readonly (readonly number[])[] } & Omit<Resampled, 'etas'>
  warnings: readonly FitWarning[]
}
