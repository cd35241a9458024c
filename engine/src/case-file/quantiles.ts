import { type Band, levels, listed, type Quantiles } from '../band.ts'
import { quantiles } from '../numeric/quantile.ts'
import { inNgPerMl } from '../units.ts'

/** The quantiles of everybody’s values at each of n times. */
export const quantilesAt = (n: number, everybodyAt: (time: number) => Float64Array): Quantiles =>
  listed(n, (i) => quantiles(everybodyAt(i), levels))

/** A band read out in ng/mL. */
export const bandInNg = ({ p5, p25, p50, p75, p95 }: Band): Quantiles =>
  listed(p50.length, (i) => [p5[i], p25[i], p50[i], p75[i], p95[i]].map(inNgPerMl))
