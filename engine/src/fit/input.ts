import type { Drug, Model, Residual, Subject, Variability } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import type { Warning } from '../warnings.ts'
import type { Robust } from './loss.ts'
import type { Observation, Site } from './observation.ts'

/** One person's plasma samples of the parent drug with the doses really given. Times in min, doses in mg, concentrations in mg/L. */
export type FitInput = {
  model: Model
  subject: Subject
  regimen: Regimen
  observations: readonly Observation[]
  /** The vessel of every sample that does not say its own. */
  sampling: Site
  seed: number
  /** Which drug was given and measured: never supposed, since half of a racemate is S. */
  drug: Drug
  /** How people differ; must be given where the model publishes none. */
  variability?: Variability
  /** How samples stray; must be given where the model publishes none. */
  residual?: Residual
  /** Degrees of freedom of Student-t residuals where outliers are feared; 'none' unless said. */
  robust?: Robust
  /** How many equally likely bodies to draw from the posterior; 500 unless said. */
  draws?: number
}

/** What a fit must be read with. */
export type FitWarning = {
  about: Warning['about'] | 'sampling' | 'variability' | 'residual' | 'posterior' | 'fit'
  message: string
}
