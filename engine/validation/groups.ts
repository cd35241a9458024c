import { acceptance } from './acceptance.ts'
import { circuit } from './circuit.ts'
import { clinicPrior } from './clinic-prior.ts'
import { disagreements } from './disagreements.ts'
import { fits } from './fit.ts'
import { relief } from './forecast.ts'
import type { Group } from './group.ts'
import { inSample } from './in-sample.ts'
import { linear } from './linear.ts'
import { objections } from './objections.ts'
import { published } from './published.ts'
import { targets } from './targets.ts'
import { heldAgain } from './trials.ts'
import { turnover } from './turnover.ts'
import { forecastVectors } from './vectors.ts'
import { waysIn } from './ways-in.ts'

/** Everything that is validated, in the order of the page. */
export const groups: readonly Group[] = [
  acceptance,
  linear,
  waysIn,
  turnover,
  targets,
  inSample,
  published,
  heldAgain,
  fits,
  objections,
  forecastVectors,
  clinicPrior,
  circuit,
  disagreements,
  relief,
]
