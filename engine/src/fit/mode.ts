import type { Residual } from '../model.ts'
import { Fitter, type Protocol } from './batch.ts'
import type { Body } from './body.ts'
import type { Samples } from './objective.ts'

/** A fitter that stands at the mode of one person, and whether it got there. */
export type Found = { fitter: Fitter; converged: boolean }

/** Student-t residuals can have two minima, with an outlier believed and without: both ways there are tried and the lower one is taken. */
export function modeOf(protocol: Protocol & { residual: Residual }, typical: Body, samples: Samples): Found {
  const fitter = new Fitter(protocol)
  let converged = fitter.run(typical, samples)
  if (protocol.robust !== undefined && protocol.robust !== 'none') {
    const [eta, value, first] = [fitter.scoring.eta.slice(), fitter.objective.value, converged]
    const plain = new Fitter({ ...protocol, robust: 'none' })
    plain.run(typical, samples)
    fitter.scoring.eta.set(plain.scoring.eta)
    converged = fitter.goOn()
    if (first && (!converged || value < fitter.objective.value)) {
      fitter.scoring.eta.set(eta)
      converged = first
    }
  }
  fitter.objective.at(fitter.scoring.eta)
  return { fitter, converged }
}
