import { add, all, decay, div, load, mul, store, sub } from './math'

// Newton's step for the product form of the characteristic polynomial, in which the slow rate loses no digit.
// inline
export function step(x: v128, k10: v128, k12: v128, k21: v128, k13: v128, k31: v128): v128 {
  const c = sub(k10, x)
  const p = sub(k21, x)
  const q = sub(k31, x)
  const exchange = add(mul(k12, q), mul(k13, p))
  const pq = mul(p, q)
  const value = sub(mul(c, pq), mul(x, exchange))
  const slope = sub(sub(mul(x, add(k12, k13)), exchange), add(pq, mul(c, add(p, q))))
  return div(value, slope)
}

// Laguerre's step for x³ − trace·x² + pairs·x − product: from outside all roots it goes to the nearest and never past it.
// inline
export function outer(x: v128, trace: v128, pairs: v128, product: v128, sign: v128): v128 {
  const value = sub(mul(add(mul(sub(x, trace), x), pairs), x), product)
  const slope = add(mul(sub(mul(all(3.0), x), mul(all(2.0), trace)), x), pairs)
  const bend = sub(mul(all(6.0), x), mul(all(2.0), trace))
  const inside = sub(mul(all(4.0), mul(slope, slope)), mul(mul(all(6.0), value), bend))
  const root = f64x2.sqrt(f64x2.max(inside, all(0.0)))
  const under = add(slope, mul(sign, root))
  return sub(x, div(mul(all(3.0), value), under))
}

// inline
function weight(x: v128, v1: v128, k12: v128, k21: v128, k13: v128, k31: v128): v128 {
  const p = sub(k21, x)
  const q = sub(k31, x)
  const one = div(mul(k12, k21), mul(p, p))
  const other = div(mul(k13, k31), mul(q, q))
  return div(all(1.0), mul(v1, add(all(1.0), add(one, other))))
}

// inline
function settle(at: usize, steps: usize, stepCount: i32, m: usize, rate: v128, weight: v128): void {
  store(at + m * 32, all(0.0))
  store(at + 96 + m * 32, weight)
  const each = div(weight, rate)
  for (let s = 0; s < stepCount; s++) {
    const x = mul(rate, all(f64.load(steps + ((<usize>s) << 3))))
    const place = at + 288 + <usize>s * 192 + m * 32
    decay(x, place, each, place + 96)
  }
}

// inline
function off(x: v128, moved: v128): v128 {
  return f64x2.gt(f64x2.abs(moved), mul(all(1e-14), x))
}

/** Modes and steps of `count` people, two at a time, into blocks of four. What is left out, alike or not found is flagged and counted. */
export function prepare(people: usize, count: i32, steps: usize, stepCount: i32, blocks: usize, flags: usize): i32 {
  const list = (<usize>count) << 3
  const size = <usize>(9 + 6 * stepCount) * 32
  let flagged = 0
  for (let i = 0; i < count; i += 2) {
    const from = people + ((<usize>i) << 3)
    const v1 = load(from)
    const k10 = load(from + list)
    const k12 = load(from + list * 2)
    const k21 = load(from + list * 3)
    const k13 = load(from + list * 4)
    const k31 = load(from + list * 5)
    const trace = add(add(k10, add(k12, k21)), add(k13, k31))
    const pairs = add(add(mul(k10, add(k21, k31)), mul(k21, k31)), add(mul(k12, k31), mul(k13, k21)))
    const product = mul(k10, mul(k21, k31))
    let fast = trace
    let slow = all(0.0)
    for (let n = 0; n < 4; n++) {
      fast = outer(fast, trace, pairs, product, all(1.0))
      slow = outer(slow, trace, pairs, product, all(1.0))
    }
    fast = sub(fast, step(fast, k10, k12, k21, k13, k31))
    slow = sub(slow, step(slow, k10, k12, k21, k13, k31))
    let middle = div(product, mul(fast, slow))
    middle = sub(middle, step(middle, k10, k12, k21, k13, k31))
    const a = step(fast, k10, k12, k21, k13, k31)
    const b = step(middle, k10, k12, k21, k13, k31)
    const c = step(slow, k10, k12, k21, k13, k31)
    fast = sub(fast, a)
    middle = sub(middle, b)
    slow = sub(slow, c)
    const low = f64x2.min(k21, k31)
    const high = f64x2.max(k21, k31)
    let odd = v128.or(off(fast, a), v128.or(off(middle, b), off(slow, c)))
    odd = v128.or(odd, f64x2.lt(sub(high, low), mul(all(1e-6), high)))
    odd = v128.or(odd, f64x2.lt(f64x2.min(k12, k13), mul(all(1e-3), k10)))
    const inOrder = v128.and(
      v128.and(f64x2.gt(fast, high), f64x2.gt(middle, low)),
      v128.and(f64x2.lt(middle, high), v128.and(f64x2.lt(slow, low), f64x2.gt(slow, all(0.0)))),
    )
    odd = v128.or(odd, v128.not(inOrder))
    const first = i64x2.extract_lane(odd, 0) !== 0
    const second = i64x2.extract_lane(odd, 1) !== 0
    f64.store(flags + ((<usize>i) << 3), first ? 1.0 : 0.0)
    f64.store(flags + ((<usize>i) << 3) + 8, second ? 1.0 : 0.0)
    flagged += i32(first) + i32(second)
    const at = blocks + <usize>(i >> 2) * size + <usize>(i & 2) * 8
    settle(at, steps, stepCount, 0, fast, weight(fast, v1, k12, k21, k13, k31))
    settle(at, steps, stepCount, 1, middle, weight(middle, v1, k12, k21, k13, k31))
    settle(at, steps, stepCount, 2, slow, weight(slow, v1, k12, k21, k13, k31))
  }
  return flagged
}
