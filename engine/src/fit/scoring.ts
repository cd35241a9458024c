import { factor, solve } from '../numeric/cholesky.ts'
import type { Objective } from './objective.ts'

/**
 * Fisher scoring: each step solves information·step = −gradient. A step that makes things worse is taken back and tried shorter
 * (Levenberg–Marquardt). Where the value can no longer tell, the length of the next step decides.
 */
export class Scoring {
  readonly eta: Float64Array
  private readonly trial: Float64Array
  private readonly gradient: Float64Array
  private readonly information: Float64Array
  private readonly lower: Float64Array
  private readonly step: Float64Array
  private decrement = 0

  constructor(size: number) {
    this.eta = new Float64Array(size)
    this.trial = new Float64Array(size)
    this.gradient = new Float64Array(size)
    this.information = new Float64Array(size * size)
    this.lower = new Float64Array(size * size)
    this.step = new Float64Array(size)
  }

  /** Goes from the present `eta` to a minimum; true when the last full step was shorter than the tolerance in every coordinate. */
  minimise(objective: Objective, tolerance: number, most = 200): boolean {
    const { eta, trial, step } = this
    objective.at(eta)
    let value = objective.value
    let longest = this.keep(objective)
    let damping = 0
    for (let tries = 0; tries < most; tries++) {
      if (longest < tolerance) return true
      if (damping > 0 && !this.damp(damping)) return false
      for (let p = 0; p < eta.length; p++) trial[p] = eta[p] + step[p]
      objective.at(trial)
      const before = this.decrement
      if (this.better(objective, value, before)) {
        copy(trial, eta)
        value = objective.value
        longest = this.keep(objective)
        damping = damping < 1e-4 ? 0 : damping / 10
      } else {
        this.decrement = before
        damping = damping === 0 ? 1e-3 : damping * 10
        if (damping > 1e12) return false
      }
    }
    return false
  }

  private better(objective: Objective, value: number, before: number): boolean {
    const noise = 1e-13 * (1 + Math.abs(value)) * objective.predicted.length
    if (!(objective.value < Infinity) || objective.value > value + noise) return false
    return objective.value < value - noise || this.decrementOf(objective) < before
  }

  private decrementOf(objective: Objective): number {
    const { lower, step } = this
    copy(objective.information, lower)
    if (!factor(lower, step.length)) return Infinity
    for (let p = 0; p < step.length; p++) step[p] = -objective.gradient[p]
    solve(lower, step.length, step)
    let sum = 0
    for (let p = 0; p < step.length; p++) sum -= step[p] * objective.gradient[p]
    return sum
  }

  /** Keeps gradient and information of an accepted place, and the full step from there; returns its largest coordinate. */
  private keep(objective: Objective): number {
    copy(objective.gradient, this.gradient)
    copy(objective.information, this.information)
    this.decrement = this.decrementOf(objective)
    let longest = this.decrement < Infinity ? 0 : Infinity
    for (let p = 0; p < this.step.length; p++) longest = Math.max(longest, Math.abs(this.step[p]))
    return longest
  }

  private damp(damping: number): boolean {
    const { lower, step, gradient } = this
    const n = step.length
    copy(this.information, lower)
    for (let p = 0; p < n; p++) lower[p * n + p] *= 1 + damping
    if (!factor(lower, n)) return false
    for (let p = 0; p < n; p++) step[p] = -gradient[p]
    solve(lower, n, step)
    return true
  }
}

/** For arrays as short as these a loop is several times faster than `set`. */
function copy(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i]
}
