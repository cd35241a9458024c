import { type Band, levels, listed } from '../band.ts'
import { quantiles } from '../numeric/quantile.ts'
import { inNgPerMl } from '../units.ts'

/** Where the middle 50 and 90 of 100 lie, time after time. */
export type Quantiles = { p5: number[]; p25: number[]; p50: number[]; p75: number[]; p95: number[] }

/** The quantiles of everybody’s values at each of n times. */
export const quantilesAt = (n: number, everybodyAt: (time: number) => Float64Array): Quantiles =>
  listed(n, (i) => quantiles(everybodyAt(i), levels))

/** A band read out in ng/mL. */
export const bandInNg = ({ p5, p25, p50, p75, p95 }: Band): Quantiles =>
  listed(p50.length, (i) => [p5[i], p25[i], p50[i], p75[i], p95[i]].map(inNgPerMl))
