import { add, all, load, mul, store } from './math'

/** One body at four even times at once, `groups` times four stops; the state of each of the four is where it will be next. */
export function lanes(at: usize, groups: i32, plasma: usize, site: usize): void {
  let x = load(at)
  let X = load(at + 16)
  let y = load(at + 32)
  let Y = load(at + 48)
  let z = load(at + 64)
  let Z = load(at + 80)
  let e = load(at + 96)
  let E = load(at + 112)
  const constants = at + 128
  const kx = all(f64.load(constants))
  const ky = all(f64.load(constants + 8))
  const kz = all(f64.load(constants + 16))
  const gx = all(f64.load(constants + 24))
  const gy = all(f64.load(constants + 32))
  const gz = all(f64.load(constants + 40))
  const ke = all(f64.load(constants + 48))
  const px = all(f64.load(constants + 56))
  const py = all(f64.load(constants + 64))
  const pz = all(f64.load(constants + 72))
  const ge = all(f64.load(constants + 80))
  const end = plasma + <usize>groups * 32
  const toSite = site - plasma
  const isGiven = f64.load(constants + 24) + f64.load(constants + 32) + f64.load(constants + 40) !== 0
  for (let to = plasma; to < end; to += 32) {
    store(to, add(add(x, y), z))
    store(to + 16, add(add(X, Y), Z))
    store(to + toSite, e)
    store(to + toSite + 16, E)
    e = add(mul(e, ke), add(add(mul(x, px), mul(y, py)), mul(z, pz)))
    E = add(mul(E, ke), add(add(mul(X, px), mul(Y, py)), mul(Z, pz)))
    x = mul(x, kx)
    X = mul(X, kx)
    y = mul(y, ky)
    Y = mul(Y, ky)
    z = mul(z, kz)
    Z = mul(Z, kz)
    if (isGiven) {
      e = add(e, ge)
      E = add(E, ge)
      x = add(x, gx)
      X = add(X, gx)
      y = add(y, gy)
      Y = add(Y, gy)
      z = add(z, gz)
      Z = add(Z, gz)
    }
  }
}
