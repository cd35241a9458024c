/** A share of people with its interval, all from 0 to 1. */
export type Share = { share: number; low: number; high: number }

/** 97.5th percentile of the normal distribution: a 95 % interval. */
const z = 1.959963984540054

/** Wilson's 95 % interval for `count` of `total`; null when there is nobody. Throws RangeError when count is not within total. */
export function wilson(count: number, total: number): Share | null {
  if (!Number.isInteger(count) || !Number.isInteger(total) || count < 0 || count > total)
    throw new RangeError(`count ${count} must be a whole number from 0 to total ${total}`)
  if (total === 0) return null
  const share = count / total
  const shrink = 1 + z ** 2 / total
  const centre = (share + z ** 2 / (2 * total)) / shrink
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))
  return { share, low: count === 0 ? 0 : centre - half, high: count === total ? 1 : centre + half }
}
