/**
 * The three rates of a body with two peripherals that empty at different rates, into `out`, fastest first: trigonometric, then polished on
 * the form that keeps every digit of the slow one. False when they are too close to be sure of: the caller has a slower way.
 */
export function threeRates(k10: number, k12: number, k21: number, k13: number, k31: number, out: Float64Array): boolean {
  const low = Math.min(k21, k31)
  const high = Math.max(k21, k31)
  if (high - low < 1e-6 * high) return false
  const centre = (k10 + k12 + k13 + low + high) / 3
  const pairs = k10 * (low + high) + low * high + k12 * k31 + k13 * k21
  const radius = Math.sqrt(Math.max(0, centre * centre - pairs / 3))
  const cosine = (centre * centre * centre - (centre * pairs - k10 * low * high) / 2) / (radius * radius * radius)
  if (!(cosine > -1 && cosine < 1)) return false
  const angle = Math.acos(cosine) / 3
  const along = radius * Math.cos(angle)
  const across = radius * Math.sin(angle) * rootOfThree
  out[0] = polished(k10, k12, k21, k13, k31, centre + 2 * along)
  out[1] = polished(k10, k12, k21, k13, k31, centre - along + across)
  out[2] = polished(k10, k12, k21, k13, k31, centre - along - across)
  return out[0] > high && out[1] > low && out[1] < high && out[2] > 0 && out[2] < low
}

const most = 6
const rootOfThree = Math.sqrt(3)

function polished(k10: number, k12: number, k21: number, k13: number, k31: number, start: number): number {
  let x = start
  for (let i = 0; i < most; i++) {
    const c = k10 - x
    const p = k21 - x
    const q = k31 - x
    const exchange = k12 * q + k13 * p
    const slope = x * (k12 + k13) - exchange - (p * q + c * q + c * p)
    const step = (c * p * q - x * exchange) / slope
    x -= step
    if (Math.abs(step) < 1e-9 * x) return x
  }
  return x
}
