import type { Objective } from './objective.ts'
import { descend } from './system.ts'

/**
 * Fisher scoring that learns: each step solves (information + secant)·step = −gradient, where the secant (symmetric, of rank one more after
 * each step) is what the gradient has shown the expected curvature to lack. A step that makes things worse is taken back and tried by
 * the information alone, then shorter (Levenberg–Marquardt). Where the value can no longer tell, the length of the next step decides.
 */
export class Scoring {
  readonly eta: Float64Array
  private readonly size: number
  private readonly trial: Float64Array
  private readonly gradient: Float64Array
  private readonly information: Float64Array
  private readonly secant: Float64Array
  private readonly lower: Float64Array
  private readonly step: Float64Array
  private readonly lack: Float64Array
  private learned = false
  private damping = 0
  private value = 0
  private decrement = 0
  private longest = 0

  constructor(size: number) {
    this.size = size
    this.eta = new Float64Array(size)
    this.trial = new Float64Array(size)
    this.gradient = new Float64Array(size)
    this.information = new Float64Array(size * size)
    this.secant = new Float64Array(size * size)
    this.lower = new Float64Array(size * size)
    this.step = new Float64Array(size)
    this.lack = new Float64Array(size)
  }

  /** Goes from the present `eta` to a minimum; true when the last full step was shorter than the tolerance in every coordinate. */
  minimise(objective: Objective, tolerance: number, most = 2000): boolean {
    objective.at(this.eta)
    this.learned = false
    this.damping = 0
    this.keep(objective)
    for (let tries = 0; tries < most; tries++) {
      if (this.longest < tolerance) return true
      if (!this.go(objective)) return false
    }
    return false
  }

  /** One step, made or taken back; false when no step is short enough to help. */
  private go(objective: Objective): boolean {
    const { eta, trial, step, size } = this
    if (this.damping > 0 && !this.damp()) return false
    for (let p = 0; p < size; p++) trial[p] = eta[p] + step[p]
    objective.at(trial)
    const before = this.decrement
    if (this.better(objective, before)) {
      this.learn(objective)
      for (let p = 0; p < size; p++) eta[p] = trial[p]
      this.keep(objective)
      this.damping = this.damping < 1e-4 ? 0 : this.damping / 10
    } else if (this.learned) {
      this.learned = false
      this.next()
    } else {
      this.decrement = before
      this.damping = this.damping === 0 ? 1e-3 : this.damping * 10
    }
    return this.damping <= 1e12
  }

  private better(objective: Objective, before: number): boolean {
    const { value } = this
    const noise = 1e-13 * (1 + Math.abs(value)) * objective.predicted.length
    if (!(objective.value < Infinity) || objective.value > value + noise) return false
    return objective.value < value - noise || this.decrementOf(objective.gradient, objective.information) < before
  }

  /** Keeps value, gradient and information of an accepted place, and the full step from there. */
  private keep(objective: Objective): void {
    const { size, gradient, information } = this
    this.value = objective.value
    for (let p = 0; p < size; p++) gradient[p] = objective.gradient[p]
    for (let i = 0; i < size * size; i++) information[i] = objective.information[i]
    this.next()
  }

  /** The full step from the place that is kept, and its largest coordinate. */
  private next(): void {
    const { size, step } = this
    this.decrement = this.decrementOf(this.gradient, this.information)
    let longest = this.decrement < Infinity ? 0 : Infinity
    for (let p = 0; p < size; p++) longest = Math.max(longest, Math.abs(step[p]))
    this.longest = longest
  }

  /** Solves for the step; returns how much it promises, which is infinite when there is none. */
  private decrementOf(gradient: Float64Array, information: Float64Array): number {
    const { lower, step, secant, size } = this
    for (let i = 0; i < size * size; i++) lower[i] = this.learned ? information[i] + secant[i] : information[i]
    if (!descend(lower, size, gradient, step)) {
      if (!this.learned) return Infinity
      this.learned = false
      return this.decrementOf(gradient, information)
    }
    let sum = 0
    for (let p = 0; p < size; p++) sum -= step[p] * gradient[p]
    return sum
  }

  /** What the change of the gradient over the step just made shows that information and secant did not foresee. */
  private learn(objective: Objective): void {
    const { size, eta, trial, gradient, secant, lack } = this
    const { information } = objective
    if (!this.learned) for (let i = 0; i < secant.length; i++) secant[i] = 0
    let along = 0
    let long = 0
    let wide = 0
    for (let p = 0; p < size; p++) {
      let unforeseen = objective.gradient[p] - gradient[p]
      for (let q = 0; q < size; q++) {
        const i = q <= p ? p * size + q : q * size + p
        unforeseen -= (information[i] + secant[i]) * (trial[q] - eta[q])
      }
      lack[p] = unforeseen
      along += unforeseen * (trial[p] - eta[p])
      long += unforeseen * unforeseen
      wide += (trial[p] - eta[p]) * (trial[p] - eta[p])
    }
    if (along * along < 1e-8 * long * wide || !(long < Infinity) || along === 0) return
    for (let p = 0; p < size; p++) for (let q = 0; q <= p; q++) secant[p * size + q] += (lack[p] * lack[q]) / along
    this.learned = true
  }

  private damp(): boolean {
    const { lower, step, gradient, size, information, damping } = this
    for (let i = 0; i < size * size; i++) lower[i] = information[i]
    for (let p = 0; p < size; p++) lower[p * size + p] *= 1 + damping
    return descend(lower, size, gradient, step)
  }
}
