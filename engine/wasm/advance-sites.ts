import { add, all, load, mul, store } from './math'

/** The same with a site that follows plasma, two people at a time. */
export function advanceSites(
  blocks: usize,
  blockCount: i32,
  stepCount: i32,
  runs: usize,
  runCount: i32,
  plasma: usize,
  site: usize,
  blockStride: usize,
  stopStride: usize,
): void {
  const size = <usize>(7 + 11 * stepCount) * 32
  const end = runs + <usize>runCount * 56
  const toSite = site - plasma
  for (let b = 0; b < blockCount * 2; b++) {
    const half = <usize>(b & 1) * 16
    const at = blocks + <usize>(b >> 1) * size + half
    let to = plasma + <usize>(b >> 1) * blockStride + half
    let x = load(at)
    let y = load(at + 32)
    let z = load(at + 64)
    let e = load(at + 96)
    for (let r = runs; r < end; r += 56) {
      const mg = all(f64.load(r))
      const c = at + 224 + <usize>f64.load(r + 8) * 352
      const count = <i32>f64.load(r + 16)
      const mgPerMin = all(f64.load(r + 24))
      const isShown = f64.load(r + 32) !== 0
      x = add(x, mul(mg, load(at + 128)))
      y = add(y, mul(mg, load(at + 160)))
      z = add(z, mul(mg, load(at + 192)))
      const kx = load(c)
      const ky = load(c + 32)
      const kz = load(c + 64)
      const gx = mul(load(c + 96), mgPerMin)
      const gy = mul(load(c + 128), mgPerMin)
      const gz = mul(load(c + 160), mgPerMin)
      const ke = load(c + 192)
      const px = load(c + 224)
      const py = load(c + 256)
      const pz = load(c + 288)
      const ge = mul(load(c + 320), mgPerMin)
      for (let i = 0; i < count; i++) {
        e = add(add(add(add(mul(e, ke), mul(x, px)), mul(y, py)), mul(z, pz)), ge)
        x = add(mul(x, kx), gx)
        y = add(mul(y, ky), gy)
        z = add(mul(z, kz), gz)
        if (isShown) {
          store(to, add(add(x, y), z))
          store(to + toSite, e)
          to += stopStride
        }
      }
    }
    store(at, x)
    store(at + 32, y)
    store(at + 64, z)
    store(at + 96, e)
  }
}
