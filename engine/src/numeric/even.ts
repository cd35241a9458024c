import { type Fault, numberFaults } from '../fault.ts'

/** Evenly spaced times: `count` of them, every so many min, the first at `from` (min, at least 0). */
export type Even = { from: number; every: number; count: number }

export const isEven = (times: object): times is Even => 'every' in times

/** The times one by one. */
export const timesOf = ({ from, every, count }: Even): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => from + i * every)

/** Empty when the times can be gone through. */
export const evenFaults = ({ from, every, count }: Even): Fault[] => [
  ...numberFaults('times.from', from, { min: 0 }),
  ...numberFaults('times.every', every, { above: 0 }),
  ...(Number.isSafeInteger(count) && count > 0
    ? []
    : [{ input: 'times.count', value: count, expected: 'a whole number, at least 1' }]),
]

/** Long lists that are even to the last digits, as such; undefined when they are short or not. */
export function evenOf(times: ArrayLike<number>, shortest = 512): Even | undefined {
  const count = times.length
  if (count < shortest) return
  const from = times[0]
  const every = (times[count - 1] - from) / (count - 1)
  const blur = 2 * Number.EPSILON * times[count - 1]
  if (!(every > 16 * blur)) return
  for (let i = 0; i < count; i++) if (!(Math.abs(from + i * every - times[i]) <= blur)) return
  return { from, every, count }
}
