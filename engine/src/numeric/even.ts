import { type Fault, numberFaults, timesFaults, wholeFaults } from '../fault.ts'

/** Evenly spaced times: `count` of them, every so many min, the first at `from` (min, at least 0). */
export type Even = { from: number; every: number; count: number }

/** A list of times, or even ones. */
export const isEven = (times: ArrayLike<number> | Even): times is Even => !('length' in times)

/** Empty when the times can be gone through, however they are given. */
export const stopFaults = (times: unknown): Fault[] =>
  typeof times === 'object' && times !== null && 'every' in times && !('length' in times)
    ? evenFaults(times as Even)
    : timesFaults(times)

export const listOf = (times: readonly number[] | Float64Array | Even): readonly number[] | Float64Array =>
  isEven(times) ? timesOf(times) : times

/** The times one by one. */
export const timesOf = ({ from, every, count }: Even): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => from + i * every)

const evenFaults = ({ from, every, count }: Even): Fault[] => [
  ...numberFaults('times.from', from, { min: 0 }),
  ...numberFaults('times.every', every, { above: 0 }),
  ...wholeFaults('times.count', count, { min: 1, max: mostTimes }),
]

/** More would not fit into a list. */
const mostTimes = 100_000_000

/** Fewer times than this are not worth a look at whether they are even. */
const shortest = 512

/** A long list that is even to the last digit of its times, as such; undefined when it is short, or not even, or not a list of times. */
export function evenOf(times: unknown): Even | undefined {
  if (!(times instanceof Float64Array) || times.length < shortest) return
  const count = times.length
  const from = times[0]
  const every = (times[count - 1] - from) / (count - 1)
  const blur = 2 * Number.EPSILON * times[count - 1]
  if (!(from >= 0 && every > 16 * blur)) return
  for (let i = 0; i < count; i++) if (!(Math.abs(from + i * every - times[i]) <= blur)) return
  return { from, every, count }
}
