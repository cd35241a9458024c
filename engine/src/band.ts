/** Pointwise quantiles on one grid of times. */
export type Band = { p5: Float64Array; p25: Float64Array; p50: Float64Array; p75: Float64Array; p95: Float64Array }

/** The quantiles a band shows, ascending. */
export const levels = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** A band of n points, yet to be filled. */
export const emptyBand = (n: number): Band => ({
  p5: new Float64Array(n),
  p25: new Float64Array(n),
  p50: new Float64Array(n),
  p75: new Float64Array(n),
  p95: new Float64Array(n),
})

/** Sets point i from the quantiles at the five levels. */
export function setPoint(band: Band, i: number, [p5, p25, p50, p75, p95]: readonly number[]): void {
  band.p5[i] = p5
  band.p25[i] = p25
  band.p50[i] = p50
  band.p75[i] = p75
  band.p95[i] = p95
}

/** A band as lists, as answers are written. */
export type Quantiles = { [level in keyof Band]: number[] }

/** The lists of n points, each from its quantiles at the five levels. */
export function listed(n: number, quantilesAt: (i: number) => readonly number[]): Quantiles {
  const found: Quantiles = { p5: [], p25: [], p50: [], p75: [], p95: [] }
  for (let i = 0; i < n; i++) {
    const [p5, p25, p50, p75, p95] = quantilesAt(i)
    found.p5.push(p5)
    found.p25.push(p25)
    found.p50.push(p50)
    found.p75.push(p75)
    found.p95.push(p95)
  }
  return found
}
