/** The standard normal: its density, its distribution, and what it takes to match a printed interval. */
export const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/** The chance of a value below z. Power series near the middle, continued fraction in the tails. */
export function distribution(z: number): number {
  if (z > 0) return 1 - distribution(-z)
  return z < -3 ? density(z) * tail(-z) : 0.5 - density(z) * middle(-z)
}

/** Σ z^(2n+1) / (1·3·5…(2n+1)) */
function middle(z: number): number {
  let term = z
  let sum = z
  for (let n = 3; term > sum * 1e-17; n += 2) {
    term *= (z * z) / n
    sum += term
  }
  return sum
}

/** The ratio of the upper tail to the density: 1/(z + 1/(z + 2/(z + 3/(z + …)))) */
function tail(z: number): number {
  let fraction = z
  for (let n = 60; n >= 1; n--) fraction = z + n / fraction
  return 1 / fraction
}

/** How many standard deviations a 95 % interval reaches to each side. */
const reach = 1.959963984540054

/** A log-normal: the median, and the standard deviation of the logarithm. */
export type LogNormal = { median: number; omega: number }

/** The log-normal whose central 95 % is the printed interval. */
export const fromInterval = (low: number, high: number): LogNormal => ({
  median: Math.sqrt(low * high),
  omega: Math.log(high / low) / (2 * reach),
})

/** The spread of the logarithm that gives a coefficient of variation (a fraction). */
export const omegaOf = (cv: number) => Math.sqrt(Math.log1p(cv * cv))
