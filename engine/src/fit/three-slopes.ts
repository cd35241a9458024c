import { type Curve, stride } from './curve.ts'
import { most, type Spectrum } from './spectrum.ts'

/** Where the sums over the samples go: slopes by parameter, then look; gradient; information, its lower triangle by rows. */
export type Sums = {
  slopes: Float64Array
  steepness: Float64Array
  curvature: Float64Array
  gradient: Float64Array
  information: Float64Array
}

/** Adds the samples to gradient and information for three parameters and three modes, which most fits have: one pass, all in variables. */
export function addThree({ weightSlopes: w, rateSlopes: r }: Spectrum, { pools, poolSlopes }: Curve, sums: Sums): void {
  const { slopes, steepness, curvature, gradient, information } = sums
  const n = curvature.length
  const a0 = w[0]
  const a1 = w[1]
  const a2 = w[2]
  const b0 = w[most]
  const b1 = w[most + 1]
  const b2 = w[most + 2]
  const c0 = w[2 * most]
  const c1 = w[2 * most + 1]
  const c2 = w[2 * most + 2]
  const a3 = r[0]
  const a4 = r[1]
  const a5 = r[2]
  const b3 = r[most]
  const b4 = r[most + 1]
  const b5 = r[most + 2]
  const c3 = r[2 * most]
  const c4 = r[2 * most + 1]
  const c5 = r[2 * most + 2]
  let ga = 0
  let gb = 0
  let gc = 0
  let aa = 0
  let ba = 0
  let bb = 0
  let ca = 0
  let cb = 0
  let cc = 0
  for (let i = 0, at = 0; i < n; i++, at += stride) {
    const x0 = pools[at]
    const x1 = pools[at + 1]
    const x2 = pools[at + 2]
    const y0 = poolSlopes[at]
    const y1 = poolSlopes[at + 1]
    const y2 = poolSlopes[at + 2]
    const a = a0 * x0 + a1 * x1 + a2 * x2 + (a3 * y0 + a4 * y1 + a5 * y2)
    const b = b0 * x0 + b1 * x1 + b2 * x2 + (b3 * y0 + b4 * y1 + b5 * y2)
    const c = c0 * x0 + c1 * x1 + c2 * x2 + (c3 * y0 + c4 * y1 + c5 * y2)
    slopes[i] = a
    slopes[n + i] = b
    slopes[2 * n + i] = c
    const steep = steepness[i]
    ga += steep * a
    gb += steep * b
    gc += steep * c
    const bent = curvature[i]
    aa += bent * a * a
    ba += bent * a * b
    ca += bent * a * c
    bb += bent * b * b
    cb += bent * b * c
    cc += bent * c * c
  }
  addRow(gradient, 0, ga, gb, gc)
  addRow(information, 0, aa, 0, 0)
  addRow(information, 3, ba, bb, 0)
  addRow(information, 6, ca, cb, cc)
}

function addRow(to: Float64Array, at: number, a: number, b: number, c: number): void {
  to[at] += a
  to[at + 1] += b
  to[at + 2] += c
}
