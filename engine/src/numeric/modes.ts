import { type Disposition, liverOf } from '../disposition.ts'
import { refuse } from '../fault.ts'
import { newtonBetween } from './root.ts'

/** Plasma after a unit bolus is Σ weight·e^(−rate·t): rates in 1/min, weights in 1/L, all positive, fastest first. */
export type Modes = { rates: readonly number[]; weights: readonly number[] }

/** A compartment beside plasma: filled at `out`, empties at `empties`, of which `back` returns and the rest is eliminated there. */
type Peripheral = { out: number; back: number; empties: number }

/** Of what leaves plasma, a share too small for the digits of the curve to see, and too small for the rates to be told apart. */
const negligible = 1e-14

/**
 * The one eigenvalue problem of the engine. A compartment next to nothing enters is left out, and two that return at the same rate are one;
 * what remains has rates strictly apart, each in its own interval between the return rates, so equal rates cannot occur.
 */
export function modes(p: Disposition): Modes {
  const { v1, k10, k12, k21, k13, k31 } = p
  const liver = liverOf(p)
  const peripherals = merged(
    [
      { out: k12, back: k21, empties: k21 },
      { out: k13, back: k31, empties: k31 },
      ...(liver ? [{ out: liver.k14, back: liver.k41, empties: liver.k41 + liver.k40 + liver.k4m }] : []),
    ].filter(({ out }) => out > negligible * (k10 || liver?.k14 || 1)),
  )
  const rates = ratesOf(k10, peripherals)
  const shares = sharesOf(rates, peripherals)
  const total = shares.reduce((sum, x) => sum + x, 0)
  const weights = shares.map((x) => x / total / v1)
  if (!(rates.every((rate) => rate > 0 && rate < Infinity) && weights.every((weight) => weight >= 0 && weight < Infinity)))
    refuse([
      {
        input: 'disposition',
        value: p,
        expected: 'rate constants that a double can multiply: none next to nothing or to infinity',
      },
    ])
  return { rates, weights }
}

/** Those that empty at the same rate are one to plasma: what returns is the mean of theirs. */
function merged(peripherals: readonly Peripheral[]): Peripheral[] {
  const apart: Peripheral[] = []
  for (const next of peripherals) {
    const same = apart.findIndex(({ empties }) => empties === next.empties)
    if (same < 0) apart.push(next)
    else apart[same] = together(apart[same], next)
  }
  return apart
}

const together = (a: Peripheral, b: Peripheral): Peripheral => ({
  out: a.out + b.out,
  back: a.back === b.back ? a.back : (a.out * a.back + b.out * b.back) / (a.out + b.out),
  empties: a.empties,
})

/** The squared first component of each eigenvector of the symmetric form: one over a sum of squares, hence never negative. */
function sharesOf(rates: readonly number[], peripherals: readonly Peripheral[]): number[] {
  const isClose = peripherals.some(({ empties }) => rates.some((rate) => Math.abs(empties - rate) < close * empties))
  if (!isClose)
    return rates.map(
      (rate) => 1 / peripherals.reduce((sum, { out, back, empties }) => sum + (out * back) / (empties - rate) ** 2, 1),
    )
  const gaps = peripherals.map((_, i) => gapsOf(rates, peripherals, i))
  return rates.map((_, j) => 1 / peripherals.reduce((sum, { out, back }, i) => sum + (out * back) / gaps[i][j] ** 2, 1))
}

/** Below this share of a rate, a difference of two has lost digits that a product still has. */
const close = 1e-3

/**
 * How far each rate is from that at which one peripheral empties. Where one is so near that the difference cancels, it is what is left of
 * the product of all, which is the characteristic polynomial there: out·back times the distances to the other peripherals.
 */
function gapsOf(rates: readonly number[], peripherals: readonly Peripheral[], i: number): number[] {
  const { out, back, empties } = peripherals[i]
  const gaps = rates.map((rate) => Math.abs(empties - rate))
  const nearest = gaps.indexOf(Math.min(...gaps))
  if (gaps[nearest] >= close * empties) return gaps
  const all = peripherals.reduce(
    (product, other, o) => (o === i ? product : product * Math.abs(other.empties - empties)),
    out * back,
  )
  const others = gaps.reduce((product, gap, j) => (j === nearest ? product : product * gap), 1)
  return others > 0 ? gaps.with(nearest, all / others) : gaps
}

function ratesOf(k10: number, peripherals: readonly Peripheral[]): readonly number[] {
  const [one, other] = peripherals
  if (!one) return [k10]
  if (peripherals.some(({ back, empties }) => back !== empties)) return interlaced(k10, peripherals)
  return other ? cubic(k10, one, other) : quadratic(k10, one)
}

/** With elimination beside plasma: one rate in each interval between those at which the peripherals empty. Largest first. */
function interlaced(k10: number, peripherals: readonly Peripheral[]): number[] {
  const at = (x: number) => characteristic(k10, peripherals, x)
  const edges = [0, ...peripherals.map(({ empties }) => empties).sort((a, b) => a - b)]
  const most = k10 + peripherals.reduce((sum, { out, empties }) => sum + out + empties, 0)
  return edges
    .map((low, i) => {
      const high = edges[i + 1] ?? most
      return newtonBetween(at, i % 2 === 0, [low, high], (low + high) / 2)
    })
    .reverse()
}

/** (k10 − x)·Π(empties − x) + Σ out·(lost − x)·Π of the others, and its slope: a form in which the slow rate loses no digit. */
function characteristic(k10: number, peripherals: readonly Peripheral[], x: number): readonly [number, number] {
  let [product, productSlope] = [1, 0]
  let [sum, sumSlope] = [0, 0]
  for (const { out, back, empties } of peripherals) {
    const [factor, lost] = [empties - x, empties - back - x]
    ;[sum, sumSlope] = [sum * factor + out * lost * product, sumSlope * factor - sum + out * (lost * productSlope - product)]
    ;[product, productSlope] = [product * factor, productSlope * factor - product]
  }
  return [(k10 - x) * product + sum, (k10 - x) * productSlope - product + sumSlope]
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
