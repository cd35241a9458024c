import { area, curveMonotoneX, line } from 'd3-shape'
import { Band } from './marks.tsx'
import type { Place } from './scale.ts'

/** One instant of a model estimate over many people: the middle, the inner fifty and the outer ninety of a hundred. */
export type FanPoint = { at: number; p5: number; p25: number; median: number; p75: number; p95: number }

const edges = { 90: ['p5', 'p95'], 50: ['p25', 'p75'] } as const

type BandsProps = { points: readonly FanPoint[]; x: Place; y: Place; ink: string; shares?: readonly (50 | 90)[] }

/** The bands of a fan, the wide one first; they are drawn before every line. */
export const Bands = ({ points, x, y, ink, shares = [90, 50] }: BandsProps) =>
  shares.map((share) => {
    const [low, high] = edges[share]
    const shape = area<FanPoint>()
      .x((p) => x(p.at))
      .y0((p) => y(p[low]))
      .y1((p) => y(p[high]))
      .curve(curveMonotoneX)
      .digits(1)
    return <Band key={share} d={shape(points)} ink={ink} share={share} />
  })

/** A smooth path through what each instant says. */
export const smooth = <P extends { at: number }>(points: readonly P[], x: Place, value: (point: P) => number): string =>
  line<P>()
    .x((p) => x(p.at))
    .y(value)
    .curve(curveMonotoneX)
    .digits(1)(points) ?? ''

type MedianProps = Pick<BandsProps, 'points' | 'x' | 'y' | 'ink'> & { name: string; width?: number }

/** The middle of a fan. */
export const Median = ({ points, x, y, ink, name, width = 2.6 }: MedianProps) => (
  <path d={smooth(points, x, (p) => y(p.median))} fill="none" stroke={ink} strokeWidth={width} data-line={name} />
)

/** The point nearest to an instant. */
export const nearest = (points: readonly FanPoint[], at: number): FanPoint | undefined =>
  points.reduce<FanPoint | undefined>((best, p) => (!best || Math.abs(p.at - at) < Math.abs(best.at - at) ? p : best), undefined)

/** Every n-th point and the last, so that a table stays readable. */
export const thin = <T,>(points: readonly T[], most = 40): T[] => {
  const step = Math.max(1, Math.ceil(points.length / most))
  return points.filter((_, i) => i % step === 0 || i === points.length - 1)
}
