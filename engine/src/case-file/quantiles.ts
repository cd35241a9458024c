import { levels } from '../band.ts'
import { quantiles } from '../numeric/quantile.ts'

/** Where the middle 50 and 90 of 100 lie, time after time. */
export type Quantiles = { p5: number[]; p25: number[]; p50: number[]; p75: number[]; p95: number[] }

/** The quantiles of everybody’s values at each of n times. */
export function quantilesAt(n: number, everybodyAt: (time: number) => Float64Array): Quantiles {
  const found: Quantiles = { p5: [], p25: [], p50: [], p75: [], p95: [] }
  for (let i = 0; i < n; i++) {
    const [p5, p25, p50, p75, p95] = quantiles(everybodyAt(i), levels)
    found.p5.push(p5)
    found.p25.push(p25)
    found.p50.push(p50)
    found.p75.push(p75)
    found.p95.push(p95)
  }
  return found
}
