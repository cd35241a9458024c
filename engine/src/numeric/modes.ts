import type { Disposition } from '../disposition.ts'
import { newtonBetween } from './root.ts'

/** Plasma after a unit bolus is Σ weight·e^(−rate·t): rates in 1/min, weights in 1/L, all positive, fastest first. */
export type Modes = { rates: readonly number[]; weights: readonly number[] }

type Peripheral = { out: number; back: number }

/** Of what leaves plasma, a share too small for the digits of the curve to see, and too small for the rates to be told apart. */
const negligible = 1e-14

/**
 * The one eigenvalue problem of the engine. A compartment next to nothing enters is left out, and two that return at the same rate are one;
 * what remains has rates strictly apart, each in its own interval between the return rates, so equal rates cannot occur.
 */
export function modes({ v1, k10, k12, k21, k13, k31 }: Disposition): Modes {
  const peripherals = merged(
    [
      { out: k12, back: k21 },
      { out: k13, back: k31 },
    ].filter(({ out }) => out > negligible * k10),
  )
  const rates = ratesOf(k10, peripherals)
  const shares = rates.map((rate) => share(rate, peripherals))
  const total = shares.reduce((sum, x) => sum + x, 0)
  return { rates, weights: shares.map((x) => x / total / v1) }
}

const merged = (peripherals: Peripheral[]): Peripheral[] => {
  const [one, other] = peripherals
  return one && other && one.back === other.back ? [{ out: one.out + other.out, back: one.back }] : peripherals
}

/** The squared first component of the eigenvector of the symmetric form: a sum of squares, hence never negative. */
const share = (rate: number, peripherals: readonly Peripheral[]) =>
  1 / peripherals.reduce((sum, { out, back }) => sum + (out * back) / (back - rate) ** 2, 1)

function ratesOf(k10: number, [one, other]: readonly Peripheral[]): number[] {
  if (!one) return [k10]
  return other ? cubic(k10, one, other) : quadratic(k10, one)
}

function quadratic(k10: number, { out, back }: Peripheral): number[] {
  const fast = (k10 + out + back + Math.hypot(k10 + out - back, 2 * Math.sqrt(out * back))) / 2
  return [fast, (k10 / fast) * back]
}

/** Three rates by the trigonometric formula, each polished by Newton inside its interval; the product form keeps the slow one exact. */
function cubic(k10: number, one: Peripheral, other: Peripheral): number[] {
  const at = (x: number): readonly [number, number] => {
    const [c, p, q] = [k10 - x, one.back - x, other.back - x]
    const exchange = one.out * q + other.out * p
    return [c * p * q - x * exchange, -(p * q + c * q + c * p) - exchange + x * (one.out + other.out)]
  }
  const low = Math.min(one.back, other.back)
  const high = Math.max(one.back, other.back)
  const trace = k10 + one.out + other.out + low + high
  const [fast, middle, slow] = trigonometric(
    trace,
    k10 * (low + high) + low * high + one.out * other.back + other.out * one.back,
    k10 * low * high,
  )
  return [
    newtonBetween(at, true, [high, trace], fast),
    newtonBetween(at, false, [low, high], middle),
    newtonBetween(at, true, [0, low], slow),
  ]
}

/** Real roots of x³ − trace·x² + pairs·x − product, largest first. */
function trigonometric(trace: number, pairs: number, product: number): [number, number, number] {
  const centre = trace / 3
  const radius = Math.sqrt(Math.max(0, centre * centre - pairs / 3))
  const cosine = radius === 0 ? 0 : (centre ** 3 - (centre * pairs - product) / 2) / radius ** 3
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine))) / 3
  const root = (turn: number) => centre + 2 * radius * Math.cos(angle + (turn * 2 * Math.PI) / 3)
  return [root(0), root(2), root(1)]
}
