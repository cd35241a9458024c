import { bends, body, fills, keeps, lengthSize, lengthsAt, pools, read, varied, write } from './fit-places'
import { add, all, div, exp, load, mul, store, sub } from './math'
import { outer, step } from './prepare'

/** Modes of the body at eta and the curve they give, into a set; false when they are too close to be sure of. */
export function curve(work: usize, eta: usize, looks: i32, lengths: i32, steps: i32, set: usize): bool {
  embody(work, eta)
  const cl = read(work + body, 0)
  const v1 = read(work + body, 1)
  const q2 = read(work + body, 2)
  const v2 = read(work + body, 3)
  const q3 = read(work + body, 4)
  const v3 = read(work + body, 5)
  const k10 = cl / v1
  const k12 = q2 / v1
  const k21 = q2 / v2
  const k13 = q3 / v1
  const k31 = q3 / v3
  const low = min(k21, k31)
  const high = max(k21, k31)
  const trace = k10 + k12 + k13 + low + high
  const pairs = k10 * (low + high) + low * high + k12 * k31 + k13 * k21
  const product = k10 * low * high
  let ends = f64x2.replace_lane(all(0.0), 0, trace)
  for (let n = 0; n < 4; n++) ends = outer(ends, all(trace), all(pairs), all(product), all(1.0))
  ends = sub(ends, step(ends, all(k10), all(k12), all(k21), all(k13), all(k31)))
  const fast = f64x2.extract_lane(ends, 0)
  const slow = f64x2.extract_lane(ends, 1)
  let middle = product / (fast * slow)
  for (let n = 0; n < 2; n++) middle -= middleStep(middle, k10, k12, k21, k13, k31)
  const moved = step(ends, all(k10), all(k12), all(k21), all(k13), all(k31))
  const far = f64x2.gt(f64x2.abs(moved), mul(all(1e-12), ends))
  if (v128.any_true(far) || abs(middleStep(middle, k10, k12, k21, k13, k31)) > 1e-12 * middle) return false
  if (!(fast > high && middle > low && middle < high && slow < low && slow > 0 && high - low > 1e-6 * high)) return false
  const first = f64x2.replace_lane(all(fast), 1, middle)
  weigh(work, set, first, 0)
  weigh(work, set, all(slow), 16)
  prepare(lengthsAt(work, looks), lengths, first, all(slow))
  run(work, looks, lengths, steps, set)
  return true
}

// inline
function middleStep(x: f64, k10: f64, k12: f64, k21: f64, k13: f64, k31: f64): f64 {
  const c = k10 - x
  const p = k21 - x
  const q = k31 - x
  const exchange = k12 * q + k13 * p
  return (c * p * q - x * exchange) / (x * (k12 + k13) - exchange - (p * q + c * q + c * p))
}

// The body at eta.
function embody(work: usize, eta: usize): void {
  for (let i = 0; i < 6; i++) write(work + body, i, read(work, i))
  const two = exp(load(eta))
  const third = exp(load(eta + 16))
  scale(work, 0, f64x2.extract_lane(two, 0))
  scale(work, 1, f64x2.extract_lane(two, 1))
  scale(work, 2, f64x2.extract_lane(third, 0))
}

// inline
function scale(work: usize, p: i32, factor: f64): void {
  const place = <i32>read(work + varied, p)
  write(work + body, place, read(work + body, place) * factor)
}

// Two modes: how much plasma weighs in them, and what each varied parameter does to that and to their rates.
function weigh(work: usize, set: usize, rate: v128, half: usize): void {
  const v1 = all(read(work + body, 1))
  const q2 = all(read(work + body, 2))
  const v2 = all(read(work + body, 3))
  const q3 = all(read(work + body, 4))
  const v3 = all(read(work + body, 5))
  const per2 = div(q2, v2)
  const per3 = div(q3, v3)
  const inverse2 = div(all(1.0), sub(per2, rate))
  const inverse3 = div(all(1.0), sub(per3, rate))
  const share2 = mul(per2, inverse2)
  const share3 = mul(per3, inverse3)
  const held2 = mul(v2, mul(share2, share2))
  const held3 = mul(v3, mul(share3, share3))
  const weight = div(all(1.0), add(v1, add(held2, held3)))
  const bend = mul(all(2.0), add(mul(held2, inverse2), mul(held3, inverse3)))
  const past2 = sub(all(1.0), share2)
  const past3 = sub(all(1.0), share3)
  store(set + half, weight)
  for (let p = 0; p < 3; p++) {
    const parameter = <i32>read(work + varied, p)
    let moves = all(read(work + body, 0))
    let bent = all(0.0)
    if (parameter === 1) {
      moves = mul(f64x2.neg(rate), v1)
      bent = v1
    } else if (parameter === 2) {
      moves = mul(q2, mul(past2, past2))
      bent = mul(all(2.0), mul(held2, past2))
    } else if (parameter === 3) {
      moves = mul(f64x2.neg(rate), held2)
      bent = sub(held2, mul(all(2.0), mul(held2, past2)))
    } else if (parameter === 4) {
      moves = mul(q3, mul(past3, past3))
      bent = mul(all(2.0), mul(held3, past3))
    } else if (parameter === 5) {
      moves = mul(f64x2.neg(rate), held3)
      bent = sub(held3, mul(all(2.0), mul(held3, past3)))
    }
    const slope = mul(weight, moves)
    const at = set + 32 + ((<usize>p) << 5) + half
    store(at, mul(f64x2.neg(mul(weight, weight)), add(bent, mul(slope, bend))))
    store(at + 96, mul(weight, slope))
  }
}

// What the modes keep over each length, and what a rate of one fills.
function prepare(lengths: usize, count: i32, first: v128, other: v128): void {
  const perFirst = div(all(1.0), first)
  const perOther = div(all(1.0), other)
  for (let i = 0; i < count; i++) {
    const at = lengths + <usize>i * lengthSize
    const minutes = all(f64.load(at))
    const one = f64.load(at + 8)
    if (one < 0) {
      store(at + keeps, exp(f64x2.neg(mul(first, minutes))))
      store(at + keeps + 16, exp(f64x2.neg(mul(other, minutes))))
    } else {
      const a = lengths + <usize>one * lengthSize + keeps
      const b = lengths + <usize>f64.load(at + 16) * lengthSize + keeps
      const c = lengths + <usize>f64.load(at + 24) * lengthSize + keeps
      store(at + keeps, mul(mul(load(a), load(b)), load(c)))
      store(at + keeps + 16, mul(mul(load(a + 16), load(b + 16)), load(c + 16)))
    }
    if (f64.load(at + 32) === 0) continue
    fill(at, first, perFirst, minutes)
    fill(at + 16, other, perOther, minutes)
  }
}

function fill(at: usize, rate: v128, inverse: v128, minutes: v128): void {
  const keep = load(at + keeps)
  const whole = mul(sub(all(1.0), keep), inverse)
  const bent = mul(sub(mul(minutes, keep), whole), inverse)
  const x = mul(rate, minutes)
  const small = f64x2.lt(x, all(0.02))
  if (v128.any_true(small)) {
    store(at + fills, v128.bitselect(early(x, minutes), whole, small))
    store(at + bends, v128.bitselect(earlyBend(x, minutes), bent, small))
  } else {
    store(at + fills, whole)
    store(at + bends, bent)
  }
}

// Where the differences cancel, their power series do not.
function early(x: v128, minutes: v128): v128 {
  let sum = sub(all(1.0), mul(x, all(1.0 / 6.0)))
  sum = sub(all(1.0), mul(mul(x, all(0.2)), sum))
  sum = sub(all(1.0), mul(mul(x, all(0.25)), sum))
  sum = sub(all(1.0), mul(mul(x, all(1.0 / 3.0)), sum))
  sum = sub(all(1.0), mul(mul(x, all(0.5)), sum))
  return mul(minutes, sum)
}

function earlyBend(x: v128, minutes: v128): v128 {
  let sum = sub(all(1.0 / 144.0), mul(x, all(1.0 / 840.0)))
  sum = sub(all(1.0 / 30.0), mul(x, sum))
  sum = sub(all(1.0 / 8.0), mul(x, sum))
  sum = sub(all(1.0 / 3.0), mul(x, sum))
  sum = sub(all(0.5), mul(x, sum))
  return mul(f64x2.neg(mul(minutes, minutes)), sum)
}

// The three modes through all steps; what each look finds goes to the set.
function run(work: usize, looks: i32, lengths: i32, count: i32, set: usize): void {
  const list = lengthsAt(work, looks)
  const steps = list + <usize>(lengths + 1) * lengthSize
  const row = (<usize>looks) << 3
  let first = all(0.0)
  let other = all(0.0)
  let firstSlope = all(0.0)
  let otherSlope = all(0.0)
  for (let s = 0; s < count; s++) {
    const at = steps + ((<usize>s) << 5)
    const bolus = all(f64.load(at))
    const rate = f64.load(at + 8)
    const length = list + <usize>f64.load(at + 16) * lengthSize
    const look = <i32>f64.load(at + 24)
    const minutes = all(f64.load(length))
    const keepFirst = load(length + keeps)
    const keepOther = load(length + keeps + 16)
    first = add(first, bolus)
    other = add(other, bolus)
    firstSlope = mul(sub(firstSlope, mul(minutes, first)), keepFirst)
    otherSlope = mul(sub(otherSlope, mul(minutes, other)), keepOther)
    first = mul(first, keepFirst)
    other = mul(other, keepOther)
    if (rate !== 0) {
      first = add(first, mul(all(rate), load(length + fills)))
      other = add(other, mul(all(rate), load(length + fills + 16)))
      firstSlope = add(firstSlope, mul(all(rate), load(length + bends)))
      otherSlope = add(otherSlope, mul(all(rate), load(length + bends + 16)))
    }
    if (look < 0) continue
    const to = set + pools + ((<usize>look) << 3)
    v128.store64_lane(to, first, 0)
    v128.store64_lane(to + row, firstSlope, 0)
    v128.store64_lane(to + row * 2, first, 1)
    v128.store64_lane(to + row * 3, firstSlope, 1)
    v128.store64_lane(to + row * 4, other, 0)
    v128.store64_lane(to + row * 5, otherSlope, 0)
  }
}
