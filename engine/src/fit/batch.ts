import type { Residual } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import type { Body } from './body.ts'
import { Loss, type Robust } from './loss.ts'
import { Objective, type Prior, type Samples } from './objective.ts'
import { scheduleOf } from './schedule.ts'
import { Scoring } from './scoring.ts'
import { ThreeKernel } from './three-kernel.ts'

/** What everybody of a batch shares: doses, times of the samples (min, ascending; `before` the bolus of their minute where 1), prior, residual error. */
export type Protocol = {
  regimen: Regimen
  times: ArrayLike<number>
  before?: ArrayLike<number>
  prior: Prior
  residual: Residual
  robust?: Robust
}

/** Modes of many people one after the other, without new memory for each; nothing is checked here, `fit` is the door that does. */
export class Fitter {
  readonly objective: Objective
  readonly scoring: Scoring
  private readonly kernel: ThreeKernel | undefined
  private readonly tolerance: number

  /** The tolerance is of the last step in every η. With `plain`, no kernel is used: that is what a kernel is measured against. */
  constructor({ regimen, times, before, prior, residual, robust = 'none' }: Protocol, tolerance = 1e-9, plain = false) {
    const schedule = scheduleOf(regimen, times, before)
    const loss = new Loss(residual, robust)
    this.objective = new Objective(schedule, prior, loss)
    this.scoring = new Scoring(prior.varied.length)
    this.kernel = plain ? undefined : ThreeKernel.of(schedule, prior, loss)
    this.tolerance = tolerance
  }

  /**
   * The mode of one person's parameters, from the typical ones on. Whether it was found; η is `scoring.eta`, its value and the number of
   * evaluations are in `objective`, whose `at` gives the rest.
   */
  run(typical: Body, samples: Samples): boolean {
    const { objective, scoring, kernel, tolerance } = this
    objective.person(typical, samples)
    const { eta } = scoring
    if (kernel?.run(typical, samples, tolerance)) {
      for (let p = 0; p < eta.length; p++) eta[p] = kernel.eta[p]
      objective.value = kernel.value
      objective.evaluations = kernel.evaluations
      return true
    }
    for (let p = 0; p < eta.length; p++) eta[p] = 0
    return this.goOn()
  }

  /** Goes on from the η that stands in `scoring.eta`, with the same person. */
  goOn(): boolean {
    return this.scoring.minimise(this.objective, this.tolerance)
  }
}
