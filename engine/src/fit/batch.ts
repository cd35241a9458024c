import type { Residual } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import type { Body } from './body.ts'
import { Loss, type Robust } from './loss.ts'
import { Objective, type Prior, type Samples } from './objective.ts'
import { scheduleOf } from './schedule.ts'
import { Scoring } from './scoring.ts'

/** What everybody of a batch shares: doses, times of the samples (min, ascending), prior, residual error. */
export type Protocol = { regimen: Regimen; times: ArrayLike<number>; prior: Prior; residual: Residual; robust?: Robust }

/** Modes of many people one after the other, without new memory for each; nothing is checked here, `fit` is the door that does. */
export class Fitter {
  readonly objective: Objective
  readonly scoring: Scoring
  private readonly tolerance: number

  /** The tolerance is of the last step in every η. */
  constructor({ regimen, times, prior, residual, robust = 'none' }: Protocol, tolerance = 1e-9) {
    this.objective = new Objective(scheduleOf(regimen, times), prior, new Loss(residual, robust))
    this.scoring = new Scoring(prior.varied.length)
    this.tolerance = tolerance
  }

  /** The mode of one person's parameters, from the typical ones on. Whether it was found; η is `scoring.eta`, the rest is in `objective`. */
  run(typical: Body, samples: Samples): boolean {
    this.objective.person(typical, samples)
    for (let p = 0; p < this.scoring.eta.length; p++) this.scoring.eta[p] = 0
    return this.goOn()
  }

  /** Goes on from the η that stands in `scoring.eta`, with the same person. */
  goOn(): boolean {
    return this.scoring.minimise(this.objective, this.tolerance)
  }
}
