import { quantilesOf } from '../src/index.ts'
import { people, regimen } from './tasks/t2.ts'

/** A million people: seconds, and how much memory the process took at most and how much of it before (MB). */
export type Million = { people: number; times: number; seconds: number; peakMb: number; beforeMb: number; medianAtEnd: number }

const size = 1_000_000
const times = { from: 0, every: 30, count: 97 }

/** Exact quantiles of a million people over two days, streamed. Storing them all would take 776 MB. */
export function million(): Million {
  const everybody = people(size)
  const beforeMb = process.memoryUsage.rss() / 1e6
  const start = performance.now()
  const levels = quantilesOf({ people: everybody, regimen: regimen.slice(0, 2), times })
  const seconds = (performance.now() - start) / 1000
  return {
    people: size,
    times: times.count,
    seconds,
    peakMb: process.resourceUsage().maxRSS / 1000,
    beforeMb,
    medianAtEnd: levels[2][times.count - 1],
  }
}
