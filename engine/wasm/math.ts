// Two numbers at a time. A line `// inline` before a function has it copied to where it is used.

// inline
export function all(x: f64): v128 {
  return f64x2.splat(x)
}

// inline
export function load(at: usize): v128 {
  return v128.load(at)
}

// inline
export function store(at: usize, x: v128): void {
  v128.store(at, x)
}

// inline
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b)
}

// inline
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b)
}

// inline
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b)
}

// inline
export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b)
}

// Each number twice, in memory: an engine loads a pair faster than it makes one.
const numbers = memory.data<f64>(
  [
    Math.LOG2E,
    Math.LOG2E,
    0.6931471803691238,
    0.6931471803691238,
    1.9082149292705877e-10,
    1.9082149292705877e-10,
    0.5,
    0.5,
    0.16666666666666666,
    0.16666666666666666,
    0.041666666666623824,
    0.041666666666623824,
    0.008333333333330039,
    0.008333333333330039,
    0.0013888888917367081,
    0.0013888888917367081,
    0.00019841269863171557,
    0.00019841269863171557,
    2.4801521057868204e-5,
    2.4801521057868204e-5,
    2.7557268276905696e-6,
    2.7557268276905696e-6,
    2.7620201591031547e-7,
    2.7620201591031547e-7,
    2.5100472505694996e-8,
    2.5100472505694996e-8,
    6755399441055744.0 + 1023.0,
    6755399441055744.0 + 1023.0,
    -708.0,
    -708.0,
    708.0,
    708.0,
    1.0,
    1.0,
    6755399441055744.0,
    6755399441055744.0,
    0.666666666666667,
    0.666666666666667,
    0.3999999999989889,
    0.3999999999989889,
    0.28571428626253836,
    0.28571428626253836,
    0.22222211089379496,
    0.22222211089379496,
    0.1818289243253687,
    0.1818289243253687,
    0.15331611722055008,
    0.15331611722055008,
    0.14617807153417325,
    0.14617807153417325,
  ],
  16,
)

// inline
function times2(x: v128): v128 {
  return f64x2.nearest(mul(x, load(numbers + 0)))
}

// inline
function remainder(x: v128, n: v128): v128 {
  return sub(sub(x, mul(n, load(numbers + 16))), mul(n, load(numbers + 32)))
}

// e^r − 1 for |r| up to half of ln 2: r + r²·q(r), q a Chebyshev fit of its power series.
// inline
function early(r: v128): v128 {
  const r2 = mul(r, r)
  const r4 = mul(r2, r2)
  const a = add(load(numbers + 48), mul(r, load(numbers + 64)))
  const b = add(load(numbers + 80), mul(r, load(numbers + 96)))
  const c = add(load(numbers + 112), mul(r, load(numbers + 128)))
  const d = add(load(numbers + 144), mul(r, load(numbers + 160)))
  const e = add(load(numbers + 176), mul(r, load(numbers + 192)))
  const low = add(a, mul(r2, b))
  const high = add(add(c, mul(r2, d)), mul(r4, e))
  return add(r, mul(r2, add(low, mul(r4, high))))
}

// 2ⁿ for whole n from −1022 to 1023.
// inline
function twoTo(n: v128): v128 {
  const bits = add(n, load(numbers + 208))
  return i64x2.shl(bits, 52)
}

// e^x for x up to 700; zero below −708.
// inline
export function exp(x: v128): v128 {
  const clamped = f64x2.pmax(x, load(numbers + 224))
  const n = times2(clamped)
  const scale = twoTo(n)
  const value = add(scale, mul(scale, early(remainder(clamped, n))))
  return v128.and(value, f64x2.ge(x, load(numbers + 224)))
}

// e^−x for x from 0 on to one place, and so many times 1 − e^−x to another, to the last digit also where x is small.
// inline
export function decay(x: v128, kept: usize, times: v128, lost: usize): void {
  const minus = f64x2.neg(f64x2.pmin(x, load(numbers + 240)))
  const n = times2(minus)
  const scale = twoTo(n)
  const more = mul(scale, early(remainder(minus, n)))
  store(kept, v128.and(add(scale, more), f64x2.le(x, load(numbers + 240))))
  store(lost, mul(times, sub(sub(load(numbers + 256), scale), more)))
}

// The bits of √½, a multiple of 2²⁰ near enough.
const rootHalf: i64 = (<i64>0x3fe6a09e) << 32

// ln x for normal x above zero.
// inline
export function log(x: v128): v128 {
  const bits = i64x2.sub(x, i64x2.splat(rootHalf))
  const exponent = i64x2.sub(i64x2.shr_u(i64x2.add(bits, i64x2.splat((<i64>1) << 62)), 52), i64x2.splat(1024))
  const mantissa = i64x2.sub(x, i64x2.shl(exponent, 52))
  const n = sub(i64x2.add(exponent, i64x2.splat(0x4338000000000000)), load(numbers + 272))
  const f = div(sub(mantissa, load(numbers + 256)), add(mantissa, load(numbers + 256)))
  const s = mul(f, f)
  const s2 = mul(s, s)
  const a = add(load(numbers + 288), mul(s, load(numbers + 304)))
  const b = add(load(numbers + 320), mul(s, load(numbers + 336)))
  const c = add(load(numbers + 352), mul(s, load(numbers + 368)))
  const p = add(add(a, mul(s2, b)), mul(mul(s2, s2), add(c, mul(s2, load(numbers + 384)))))
  const small = mul(f, mul(s, p))
  const low = add(mul(n, load(numbers + 32)), small)
  return add(mul(n, load(numbers + 16)), add(add(f, f), low))
}

// inline
export function sum(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1)
}
