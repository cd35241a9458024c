import type { Stretch } from '../numeric/stretch.ts'
import type { Driver } from './driver.ts'
import { scaleOf, shareOf, type Turnover } from './law.ts'
import { nodes, seriesAt, tail, times, toCoefficients, toIntegrals } from './panel.ts'

/**
 * What two terms at the end of a panel's series may come to, as a share of the largest response. What is integrated from them is a
 * hundred times smaller: 6e-13 at worst over a thousand people and twelve weeks.
 */
export const tolerance = 1e-10

/** Within a panel less than e³ of what there was may be lost; more would ask for more points. */
export const mostLoss = 3

/** The first panel after a change of the pump, in fastest time constants. */
const firstPanel = 2

/**
 * The response to a driver that is known exactly. Linear in itself, it is an integral: R = (R₀ + ∫ made·e^A)/e^A with A = ∫ lost. On panels
 * that never cross a change of the pump all of it is smooth, and a panel grows or is halved by what its series leaves unsaid.
 */
export class Course {
  private readonly law: Turnover
  private readonly driver: Driver
  private readonly share: number
  private readonly scale: number
  private readonly stimulus = new Float64Array(nodes)
  private readonly lost = new Float64Array(nodes)
  private readonly grown = new Float64Array(nodes)
  private readonly inflow = new Float64Array(nodes)
  private readonly response = new Float64Array(nodes)
  private readonly coefficients = new Float64Array(nodes)
  private now: number
  private place = 0

  constructor(law: Turnover, driver: Driver) {
    this.law = law
    this.driver = driver
    this.scale = scaleOf(law)
    this.share = shareOf(law)
    this.now = law.start
  }

  /** Goes through a stretch, to `to` at most, and writes the response at the times before its end, or at it when it is the last. */
  through(stretch: Stretch, to: number, at: ArrayLike<number>, out: Float64Array, offset: number): void {
    this.driver.enter(stretch)
    const least = 2 ** -20 / Math.max(...stretch.modes.rates, stretch.ke0)
    let now = stretch.from
    let h = firstPanelOf(Math.max(...stretch.modes.rates, stretch.ke0))
    while (now < to) {
      const isLast = now + h >= to
      const length = isLast ? to - now : h
      const left = this.panel(length)
      if (left > 1 && length > least) {
        h = Math.min(h, 2 ** Math.ceil(Math.log2(length))) / 2
        continue
      }
      const end = isLast ? to : now + length
      this.write(now, length, end, at, out, offset)
      this.driver.go(length)
      this.now = this.response[nodes - 1]
      now = end
      h *= growth(left)
    }
  }

  /** Whatever the last time is, it has been written. */
  finish(at: ArrayLike<number>, out: Float64Array, offset: number): void {
    for (; this.place < at.length; this.place++) out[offset + this.place] = this.now
  }

  /** Computes a panel from here and says what it leaves unsaid, as a share of what may be. */
  private panel(h: number): number {
    const { ec50, gamma, made, lost } = this.law
    this.driver.look(h, this.stimulus)
    for (let j = 0; j < nodes; j++) {
      const s = 1 / (1 + Math.exp(-gamma * Math.log(this.stimulus[j] / ec50)))
      this.stimulus[j] = s
      this.inflow[j] = lost.always + lost.driven * s
    }
    const unseen = tail(this.stimulus) * this.share * h
    times(toIntegrals, this.inflow, this.lost)
    const loss = this.lost[nodes - 1] * h
    if (unseen > tolerance || loss > mostLoss) return Math.max(unseen / tolerance, loss / mostLoss)
    for (let j = 0; j < nodes; j++) {
      this.grown[j] = Math.exp(this.lost[j] * h)
      this.inflow[j] = (made.always + made.driven * this.stimulus[j]) * this.grown[j]
    }
    times(toIntegrals, this.inflow, this.response)
    for (let j = 0; j < nodes; j++) this.response[j] = (this.now + this.response[j] * h) / this.grown[j]
    return Math.max(Math.max(unseen, tail(this.response) / this.scale) / tolerance, enough(loss))
  }

  /** Nothing is below zero; next to it, the series may be by its last digit. */
  private write(now: number, h: number, end: number, at: ArrayLike<number>, out: Float64Array, offset: number): void {
    if (!(at[this.place] < end)) return
    times(toCoefficients, this.response, this.coefficients)
    for (; at[this.place] < end; this.place++)
      out[offset + this.place] = Math.max(0, seriesAt(this.coefficients, (at[this.place] - now) / h))
  }
}

/** How much longer the next panel may be for what is lost on this one: said as if its series left that much unsaid. */
function enough(loss: number): number {
  if (loss > mostLoss / 2) return 1
  if (loss > mostLoss / 4) return 0.1
  return loss > mostLoss / 8 ? 1e-4 : 0
}

/** How much longer the next panel may be. */
function growth(left: number): number {
  if (left > 0.1) return 1
  if (left > 1e-4) return 2
  return left > 1e-8 ? 4 : 8
}

/** A power of two, so that lengths come again. */
export const firstPanelOf = (fastest: number) => 2 ** Math.floor(Math.log2(firstPanel / fastest))
