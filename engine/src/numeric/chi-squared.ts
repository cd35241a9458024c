import { density, distribution } from './normal.ts'

/** The chance that χ² with a whole number of degrees of freedom is above x: finite sums, exact. */
export function chiSquaredAbove(x: number, degrees: number): number {
  if (degrees < 1 || x <= 0) return 1
  const root = Math.sqrt(x)
  const isOdd = degrees % 2 === 1
  let term = isOdd ? 2 * density(root) * root : Math.exp(-x / 2)
  let sum = isOdd ? 2 * distribution(-root) : term
  for (let n = isOdd ? 3 : 2; n <= degrees - (isOdd ? 0 : 2) && term > 0; n += 2) {
    if (isOdd) sum += term
    term *= x / n
    if (!isOdd) sum += term
  }
  return Math.min(1, sum)
}

/** The chance that the farthest of several independent standard normals is farther out than z, to either side. */
export const anyBeyond = (z: number, count: number) => -Math.expm1(count * Math.log1p(-2 * distribution(-Math.abs(z))))
