import { add, all, load, mul, store } from './math'

/** Four people in registers: each block through all runs, plasma of each stop shown written one after the other. */
export function advance(
  blocks: usize,
  blockCount: i32,
  stepCount: i32,
  runs: usize,
  runCount: i32,
  out: usize,
  blockStride: usize,
  stopStride: usize,
): void {
  const size = <usize>(9 + 6 * stepCount) * 32
  const end = runs + <usize>runCount * 56
  for (let b = 0; b < blockCount; b++) {
    const at = blocks + <usize>b * size
    let to = out + <usize>b * blockStride
    for (let run = runs; run < end; run += 56) to = through(run, at, to, stopStride)
  }
}

// inline
function through(run: usize, at: usize, to: usize, stride: usize): usize {
  const constants = at + 288 + <usize>f64.load(run + 8) * 192
  const count = <i32>f64.load(run + 16)
  const rate = f64.load(run + 24)
  give(at, f64.load(run))
  const leap = f64.load(run + 40)
  if (leap >= 0) step(at, at + 288 + <usize>leap * 192, rate, at + 192)
  let next = to
  if (f64.load(run + 32) === 0) for (let n = 0; n < count; n++) step(at, constants, rate, at)
  else next = rate === 0 ? falling(at, constants, count, to, stride) : rising(at, constants, rate, count, to, stride)
  if (f64.load(run + 48) !== 0) for (let i: usize = 0; i < 96; i += 16) store(at + i, load(at + 192 + i))
  return next
}

function give(at: usize, mg: f64): void {
  if (mg === 0) return
  for (let i: usize = 0; i < 96; i += 16) store(at + i, add(load(at + i), mul(all(mg), load(at + i + 96))))
}

// inline
function step(from: usize, constants: usize, rate: f64, to: usize): void {
  const mgPerMin = all(rate)
  for (let i: usize = 0; i < 96; i += 16) {
    const gain = mul(load(constants + i + 96), mgPerMin)
    store(to + i, add(mul(load(from + i), load(constants + i)), gain))
  }
}

function falling(at: usize, constants: usize, count: i32, out: usize, stride: usize): usize {
  let to = out
  let x = load(at)
  let X = load(at + 16)
  let y = load(at + 32)
  let Y = load(at + 48)
  let z = load(at + 64)
  let Z = load(at + 80)
  const kx = load(constants)
  const kX = load(constants + 16)
  const ky = load(constants + 32)
  const kY = load(constants + 48)
  const kz = load(constants + 64)
  const kZ = load(constants + 80)
  for (let n = 0; n < count; n++) {
    x = mul(x, kx)
    y = mul(y, ky)
    z = mul(z, kz)
    store(to, add(add(x, y), z))
    X = mul(X, kX)
    Y = mul(Y, kY)
    Z = mul(Z, kZ)
    store(to + 16, add(add(X, Y), Z))
    to += stride
  }
  store(at, x)
  store(at + 16, X)
  store(at + 32, y)
  store(at + 48, Y)
  store(at + 64, z)
  store(at + 80, Z)
  return to
}

function rising(at: usize, constants: usize, rate: f64, count: i32, out: usize, stride: usize): usize {
  let to = out
  let x = load(at)
  let X = load(at + 16)
  let y = load(at + 32)
  let Y = load(at + 48)
  let z = load(at + 64)
  let Z = load(at + 80)
  const kx = load(constants)
  const kX = load(constants + 16)
  const ky = load(constants + 32)
  const kY = load(constants + 48)
  const kz = load(constants + 64)
  const kZ = load(constants + 80)
  const mgPerMin = all(rate)
  const gx = mul(load(constants + 96), mgPerMin)
  const gX = mul(load(constants + 112), mgPerMin)
  const gy = mul(load(constants + 128), mgPerMin)
  const gY = mul(load(constants + 144), mgPerMin)
  const gz = mul(load(constants + 160), mgPerMin)
  const gZ = mul(load(constants + 176), mgPerMin)
  for (let n = 0; n < count; n++) {
    x = add(mul(x, kx), gx)
    y = add(mul(y, ky), gy)
    z = add(mul(z, kz), gz)
    store(to, add(add(x, y), z))
    X = add(mul(X, kX), gX)
    Y = add(mul(Y, kY), gY)
    Z = add(mul(Z, kZ), gZ)
    store(to + 16, add(add(X, Y), Z))
    to += stride
  }
  store(at, x)
  store(at + 16, X)
  store(at + 32, y)
  store(at + 48, Y)
  store(at + 64, z)
  store(at + 80, Z)
  return to
}
