import { add, all, load, mul, store, sub } from './math'
import { coefficients, known, panel, parts, response, series, table, tableSize, tables, times } from './panel'

/** A response through pieces of a constant rate: from, to, mg/min and a bolus at the start. */
export function course(work: usize, pieces: usize, pieceCount: i32, stops: usize, count: i32, out: usize): void {
  for (let slot: usize = 0; slot < 65; slot++) f64.store(work + tables + slot * tableSize + 568, 0)
  for (let i: usize = 0; i < 4; i++) f64.store(work + parts + (i << 3), 0)
  let fastest = known(work, 6)
  for (let m: usize = 0; m < 3; m++) fastest = max(fastest, known(work, m))
  f64.store(work + response + 120, known(work, 13))
  let next = 0
  let level: f64 = 0
  for (let p = 0; p < pieceCount; p++) {
    const piece = pieces + ((<usize>p) << 5)
    level = enter(work, piece, level)
    next = through(work, f64.load(piece), f64.load(piece + 8), level, 9.5367431640625e-7 / fastest, stops, count, next, out)
  }
  const last = f64.load(work + response + 120)
  for (; next < count; next++) f64.store(out + ((<usize>next) << 3), last)
}

function through(work: usize, from: f64, to: f64, level: f64, least: f64, stops: usize, count: i32, first: i32, out: usize): i32 {
  let next = first
  let now = f64.load(work + response + 120)
  let at = from
  let h = known(work, 18)
  while (at < to) {
    const isLast = at + h >= to
    const length = isLast ? to - at : h
    const left = panel(work, length, level, now)
    if (left > 1 && length > least) {
      h = half(h, length)
      continue
    }
    const end = isLast ? to : at + length
    next = write(work, stops, count, next, at, length, end, out)
    go(work, length)
    now = f64.load(work + response + 120)
    at = end
    h *= growth(left)
  }
  f64.store(work + response + 120, now)
  return next
}

function growth(left: f64): f64 {
  if (left > 0.1) return 1
  if (left > 1e-4) return 2
  return left > 1e-8 ? 4 : 8
}

// Half of h or of the power of two that is not below a shorter length, whichever is less.
function half(h: f64, length: f64): f64 {
  const bits = reinterpret<i64>(length)
  const power = reinterpret<f64>(bits & 0x7ff0000000000000)
  return min(h, power === length ? power : 2 * power) / 2
}

// The parts are what is above the level of a steady infusion.
function enter(work: usize, piece: usize, before: f64): f64 {
  const rate = f64.load(piece + 16)
  const bolus = f64.load(piece + 24)
  let level: f64 = 0
  for (let m: usize = 0; m < 3; m++) {
    const steady = (rate * known(work, 3 + m)) / known(work, m)
    const steadyBefore = known(work, 19 + m)
    const part = work + parts + (m << 3)
    f64.store(part, f64.load(part) + steadyBefore + bolus * known(work, 3 + m) - steady)
    f64.store(work + 4480 + ((19 + m) << 3), steady)
    level += steady
  }
  const site = work + parts + 24
  f64.store(site, f64.load(site) + before - level)
  return level
}

function go(work: usize, h: f64): void {
  const at = table(work, h)
  let sum: f64 = 0
  for (let m: usize = 0; m < 4; m++) sum += f64.load(work + parts + (m << 3)) * f64.load(at + (m << 7) + 120)
  for (let m: usize = 0; m < 3; m++) {
    const part = work + parts + (m << 3)
    f64.store(part, f64.load(part) * f64.load(at + 512 + (m << 3)))
  }
  f64.store(work + parts + 24, sum)
}

/** The response at the stops of a panel, four at a time; what is written too far is written again by the next. */
function write(work: usize, stops: usize, count: i32, first: i32, at: f64, h: f64, end: f64, out: usize): i32 {
  let last = first
  while (last < count && f64.load(stops + ((<usize>last) << 3)) < end) last++
  if (last === first) return first
  times(work + coefficients, work + response, work + series)
  const c = work + series
  const scale = all(4.0 / h)
  for (let i = first; i < last; i += 4) {
    const from = stops + ((<usize>i) << 3)
    const x = sub(mul(sub(load(from), all(at)), scale), all(2.0))
    const X = sub(mul(sub(load(from + 16), all(at)), scale), all(2.0))
    let one = all(0.0)
    let two = all(0.0)
    let ONE = all(0.0)
    let TWO = all(0.0)
    for (let k: usize = 120; k > 0; k -= 8) {
      const term = v128.load64_splat(c + k)
      const next = add(sub(term, two), mul(x, one))
      const NEXT = add(sub(term, TWO), mul(X, ONE))
      two = one
      one = next
      TWO = ONE
      ONE = NEXT
    }
    const constant = v128.load64_splat(c)
    const to = out + ((<usize>i) << 3)
    store(to, f64x2.max(all(0.0), add(sub(constant, two), mul(mul(x, all(0.5)), one))))
    store(to + 16, f64x2.max(all(0.0), add(sub(constant, TWO), mul(mul(X, all(0.5)), ONE))))
  }
  return last
}
