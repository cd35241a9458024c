import { acceptance } from './acceptance.ts'
import { circuit } from './circuit.ts'
import { clinicPrior } from './clinic-prior.ts'
import { disagreements } from './disagreements.ts'
import { fits } from './fit.ts'
import { relief } from './forecast.ts'
import type { Group } from './group.ts'
import { linear } from './linear.ts'
import { published } from './published.ts'
import { heldAgain } from './trials.ts'
import { turnover } from './turnover.ts'
import { forecastVectors } from './vectors.ts'

/** Everything that is validated, in the order of the page. */
export const groups: readonly Group[] = [
  acceptance,
  linear,
  turnover,
  published,
  heldAgain,
  fits,
  forecastVectors,
  clinicPrior,
  circuit,
  disagreements,
  relief,
]
