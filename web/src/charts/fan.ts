import { area, curveMonotoneX, line } from 'd3-shape'

/** One instant of a model estimate over many people: the middle, the inner fifty and the outer ninety of a hundred. */
export type FanPoint = { at: number; p5: number; p25: number; median: number; p75: number; p95: number }

type Scale = (value: number) => number

/** The three shapes of a fan, in the order they are drawn. */
export function fanShapes(points: readonly FanPoint[], x: Scale, y: Scale) {
  const between = (low: (p: FanPoint) => number, high: (p: FanPoint) => number) =>
    area<FanPoint>()
      .x((p) => x(p.at))
      .y0((p) => y(low(p)))
      .y1((p) => y(high(p)))
      .curve(curveMonotoneX)
      .digits(1)(points)
  return {
    band90: between(
      (p) => p.p5,
      (p) => p.p95,
    ),
    band50: between(
      (p) => p.p25,
      (p) => p.p75,
    ),
    middle: line<FanPoint>()
      .x((p) => x(p.at))
      .y((p) => y(p.median))
      .curve(curveMonotoneX)
      .digits(1)(points),
  }
}

/** The point nearest to an instant. */
export const nearest = (points: readonly FanPoint[], at: number): FanPoint | undefined =>
  points.reduce<FanPoint | undefined>((best, p) => (!best || Math.abs(p.at - at) < Math.abs(best.at - at) ? p : best), undefined)

/** Every n-th point and the last, so that a table stays readable. */
export const thin = <T>(points: readonly T[], most = 40): T[] => {
  const step = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, i) => i % step === 0 || i === points.length - 1)
}
