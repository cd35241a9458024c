import { add, all, div, exp, load, log, mul, store, sub, sum } from './math'

// Where in the work of a course what lies, in bytes; as `course-layout.ts` writes it.
export const places: usize = 0
export const integrals: usize = 128
export const coefficients: usize = 2176
export const tails: usize = 4224
export const person: usize = 4480
export const parts: usize = 4672
export const stimulus: usize = 4736
export const lost: usize = 4864
export const grown: usize = 4992
export const inflow: usize = 5120
export const response: usize = 5248
export const series: usize = 5376
export const tables: usize = 5504
export const tableSize: usize = 576

const nodes: usize = 128

// inline
export function known(work: usize, i: usize): f64 {
  return f64.load(work + person + (i << 3))
}

/** A matrix by columns times the values at the nodes of a panel. */
export function times(matrix: usize, values: usize, out: usize): void {
  let a = all(0.0)
  let b = all(0.0)
  let c = all(0.0)
  let d = all(0.0)
  let e = all(0.0)
  let f = all(0.0)
  let g = all(0.0)
  let h = all(0.0)
  for (let j: usize = 0; j < nodes; j += 8) {
    const x = v128.load64_splat(values + j)
    const column = matrix + (j << 4)
    a = add(a, mul(x, load(column)))
    b = add(b, mul(x, load(column + 16)))
    c = add(c, mul(x, load(column + 32)))
    d = add(d, mul(x, load(column + 48)))
    e = add(e, mul(x, load(column + 64)))
    f = add(f, mul(x, load(column + 80)))
    g = add(g, mul(x, load(column + 96)))
    h = add(h, mul(x, load(column + 112)))
  }
  store(out, a)
  store(out + 16, b)
  store(out + 32, c)
  store(out + 48, d)
  store(out + 64, e)
  store(out + 80, f)
  store(out + 96, g)
  store(out + 112, h)
}

/** The size of the last two terms of the series through the values. */
function tail(work: usize, values: usize): f64 {
  let even = all(0.0)
  let odd = all(0.0)
  for (let j: usize = 0; j < nodes; j += 16) {
    const x = load(values + j)
    even = add(even, mul(x, load(work + tails + j)))
    odd = add(odd, mul(x, load(work + tails + 128 + j)))
  }
  return abs(sum(even)) + abs(sum(odd))
}

/** What one unit of each part of the drug gives at the nodes of a panel of h min, kept by length. */
export function table(work: usize, h: f64): usize {
  const bits = reinterpret<i64>(h)
  const slot = (bits & 0xfffffffffffff) === 0 ? <usize>((bits >> 52) & 63) : 64
  const at = work + tables + slot * tableSize
  if (f64.load(at + 568) === h) return at
  f64.store(at + 568, h)
  const ke0 = known(work, 6)
  for (let j: usize = 0; j < nodes; j += 16) {
    const t = mul(all(-h), load(work + places + j))
    const site = exp(mul(t, all(ke0)))
    store(at + 384 + j, site)
    for (let m: usize = 0; m < 3; m++) {
      const rate = known(work, m)
      store(at + (m << 7) + j, mul(all(ke0 / (ke0 - rate)), sub(exp(mul(t, all(rate))), site)))
    }
  }
  for (let m: usize = 0; m < 3; m++) f64.store(at + 512 + (m << 3), f64x2.extract_lane(exp(all(-known(work, m) * h)), 0))
  return at
}

/** Computes a panel of h min and says what it leaves unsaid, as a share of what may be. */
export function panel(work: usize, h: f64, level: f64, before: f64): f64 {
  const at = table(work, h)
  const x = all(f64.load(work + parts))
  const y = all(f64.load(work + parts + 8))
  const z = all(f64.load(work + parts + 16))
  const e = all(f64.load(work + parts + 24))
  const perEc50 = all(1.0 / known(work, 7))
  const gamma = all(-known(work, 8))
  const lostAlways = all(known(work, 11))
  const lostDriven = all(known(work, 12))
  for (let j: usize = 0; j < nodes; j += 16) {
    const own = add(mul(x, load(at + j)), mul(y, load(at + 128 + j)))
    const other = add(mul(z, load(at + 256 + j)), mul(e, load(at + 384 + j)))
    const c = f64x2.pmax(mul(add(all(level), add(own, other)), perEc50), all(1e-300))
    const s = div(all(1.0), add(all(1.0), exp(f64x2.pmin(mul(gamma, log(c)), all(690.0)))))
    store(work + stimulus + j, s)
    store(work + inflow + j, add(lostAlways, mul(lostDriven, s)))
  }
  const tolerance = known(work, 16)
  const most = known(work, 17)
  const unseen = tail(work, work + stimulus) * known(work, 15) * h
  times(work + integrals, work + inflow, work + lost)
  const loss = f64.load(work + lost + 120) * h
  if (unseen > tolerance || loss > most) return max(unseen / tolerance, loss / most)
  const made = all(known(work, 9))
  const makes = all(known(work, 10))
  const length = all(h)
  for (let j: usize = 0; j < nodes; j += 16) {
    const factor = exp(mul(load(work + lost + j), length))
    store(work + grown + j, factor)
    store(work + inflow + j, mul(add(made, mul(makes, load(work + stimulus + j))), factor))
  }
  times(work + integrals, work + inflow, work + response)
  const from = all(before)
  for (let j: usize = 0; j < nodes; j += 16) {
    const value = add(from, mul(load(work + response + j), length))
    store(work + response + j, div(value, load(work + grown + j)))
  }
  return max(max(unseen, tail(work, work + response) / known(work, 14)) / tolerance, enough(loss, most))
}

/** How much longer the next panel may be for what is lost on this one: said as if its series left that much unsaid. */
function enough(loss: f64, most: f64): f64 {
  if (loss > most / 2) return 1
  if (loss > most / 4) return 0.1
  return loss > most / 8 ? 1e-4 : 0
}
