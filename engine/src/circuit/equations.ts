import { magnesiumBlockJahrStevens1990 as block } from '../effects/magnesium-block-jahr-stevens-1990.ts'
import { hours, inDays } from '../units.ts'
import type { CircuitParameters } from './parameters.ts'

/** Glutamate (1 at baseline), sensitisation, glia and tolerance (shares); rates below are per day. */
export const glutamate = 0
export const sensitisation = 1
export const glia = 2
export const tolerance = 3
export const states = 4

/** What is done to the circuit: the share of receptors that ketamine holds, the opioid in multiples of its C50, the signal that comes in (0 none, 1 strong). */
export type Input = { occupancy: number; opioid: number; signal: number }

/**
 * The equations, with every rate of production set so that the untreated steady state is the baseline, exactly: nothing has to be
 * simulated for weeks first. `right` writes dx/dt, `jacobian` its derivatives by rows; both per day.
 */
export class Circuit {
  readonly baseline: Float64Array
  private readonly p: CircuitParameters
  private readonly restCurrent: number
  private readonly perVolt: number
  private readonly learns: number
  private readonly forgets: number

  constructor(p: CircuitParameters) {
    this.p = p
    this.baseline = Float64Array.of(1, p.baselineSensitisation, p.baselineGlia, 0)
    this.perVolt = p.voltageOfSensitisation
    this.restCurrent = this.passes(p.baselineSensitisation, 0)
    const [s0] = [p.baselineSensitisation]
    // At baseline learning and forgetting balance: learns·(1 − S₀) = forgets·S₀. Their scale is set by the slowest way back.
    const unit = { learns: 1, forgets: (1 - s0) / s0 }
    this.learns = unit.learns
    this.forgets = unit.forgets
    const scale = scaleTo(this, Math.LN2 / p.recoveryHalfLife)
    this.learns *= scale
    this.forgets *= scale
  }

  /** The share of current that magnesium lets through. */
  passes = (s: number, signal: number): number =>
    block.passes(this.p.restVoltage + this.p.voltageOfSensitisation * s + this.p.voltageOfSignal * signal, this.p.magnesium)

  /** NMDA current, 1 at baseline. */
  current = (x: ArrayLike<number>, input: Input): number => x[glutamate] * this.conductance(x[sensitisation], input)

  private readonly conductance = (s: number, { occupancy, signal }: Input) =>
    ((1 - occupancy) * this.passes(s, signal)) / this.restCurrent

  right(x: ArrayLike<number>, input: Input, out: Float64Array): void {
    const { p } = this
    const now = this.current(x, input)
    out[glutamate] = (this.glutamateTarget(x, input.signal) - x[glutamate]) / inDays(hours(p.glutamateHours))
    out[sensitisation] =
      this.learns * now * (1 - x[sensitisation]) - (this.forgets + p.erasurePerDay * input.occupancy) * x[sensitisation]
    out[glia] = (this.gliaTarget(x[sensitisation], input.opioid) - x[glia]) / p.gliaDays
    out[tolerance] = (input.opioid / (1 + input.opioid) - x[tolerance]) / p.toleranceDays
  }

  jacobian(x: ArrayLike<number>, input: Input, out: Float64Array): void {
    const { p } = this
    const s = x[sensitisation]
    const now = this.current(x, input)
    const byGlutamate = this.conductance(s, input)
    const bySensitisation = now * (1 - this.passes(s, input.signal)) * this.slopePerShare()
    const learn = this.learns * (1 - s)
    const fast = inDays(hours(p.glutamateHours))
    out.fill(0)
    out[glutamate * states + glutamate] = -1 / fast
    out[glutamate * states + glia] = p.glutamateFromGlia / fast
    out[glutamate * states + tolerance] = p.glutamateFromTolerance / fast
    out[sensitisation * states + glutamate] = learn * byGlutamate
    out[sensitisation * states + sensitisation] =
      learn * bySensitisation - this.learns * now - this.forgets - p.erasurePerDay * input.occupancy
    out[glia * states + sensitisation] = this.gliaSlope(s, input.opioid) / p.gliaDays
    out[glia * states + glia] = -1 / p.gliaDays
    out[tolerance * states + tolerance] = -1 / p.toleranceDays
  }

  /** Pain, 1 at baseline: what is sensitised and driven, less what the opioid takes. */
  pain(x: ArrayLike<number>, { opioid }: Input): number {
    const { p } = this
    const drive = (x[sensitisation] / p.baselineSensitisation) * x[glutamate]
    return drive * (1 - this.analgesia(x, opioid))
  }

  /** The share of pain that an opioid takes: tolerance and sensitisation both move its C50. */
  analgesia(x: ArrayLike<number>, opioid: number): number {
    const { p } = this
    const c50 = 1 + p.toleranceOfEffect * x[tolerance] + p.resistanceOfSensitised * x[sensitisation]
    return (p.opioidMost * opioid) / (opioid + c50)
  }

  private slopePerShare = () => this.perVolt * block.perMillivolt

  private glutamateTarget = (x: ArrayLike<number>, signal: number) =>
    1 +
    this.p.glutamateFromGlia * (x[glia] - this.p.baselineGlia) +
    this.p.glutamateFromTolerance * x[tolerance] +
    this.p.glutamateFromSignal * signal

  /** Activation of glia that sensitisation and opioid ask for: baseline at baseline, never beyond all. */
  private gliaTarget(s: number, opioid: number): number {
    const asked = this.gliaAsked(s, opioid)
    return asked / (1 + asked)
  }

  private gliaAsked(s: number, opioid: number): number {
    const { p } = this
    const rest = p.baselineGlia / (1 - p.baselineGlia)
    const follows = 1 - p.gliaFromSensitisation + (p.gliaFromSensitisation * s) / p.baselineSensitisation
    return rest * follows * (1 + (p.gliaFromOpioid * opioid) / (1 + opioid))
  }

  private gliaSlope(s: number, opioid: number): number {
    const { p } = this
    const asked = this.gliaAsked(s, opioid)
    const rest = p.baselineGlia / (1 - p.baselineGlia)
    const slope = (rest * p.gliaFromSensitisation * (1 + (p.gliaFromOpioid * opioid) / (1 + opioid))) / p.baselineSensitisation
    return slope / (1 + asked) ** 2
  }
}

const untreated: Input = { occupancy: 0, opioid: 0, signal: 0 }

/**
 * By how much learning and forgetting must be faster than one a day for the slowest way back to the baseline to have a rate (1/d). There
 * the Jacobian is that of three linked states; the rate is its eigenvalue nearest zero when the determinant of J + rate·I vanishes.
 */
function scaleTo(circuit: Circuit, rate: number): number {
  const jacobian = new Float64Array(states * states)
  circuit.jacobian(circuit.baseline, untreated, jacobian)
  const at = (i: number, j: number) => jacobian[i * states + j]
  const [g, m] = [at(glutamate, glutamate) + rate, at(glia, glia) + rate]
  // Tolerance stands alone, so the determinant is that of the other three, linear in the scale of the middle row.
  const own = at(sensitisation, sensitisation)
  const loop = (at(sensitisation, glutamate) * at(glutamate, glia) * at(glia, sensitisation)) / (g * m)
  return -rate / (own + loop)
}
