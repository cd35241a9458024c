import type { Twin } from '../charts/chart.tsx'
import type { FanPoint } from '../charts/fan.tsx'
import type { Part } from './walk.tsx'

export type Said = { low: number; typical: number; high: number }

/** A point as it is said. */
export const saidOf = ({ p5, median, p95 }: FanPoint): Said => ({
  low: Math.round(p5),
  typical: Math.round(median),
  high: Math.round(p95),
})

type Names = {
  whole: string
  along: string
  up: string
  line: string
  point: (at: number, said: Said) => string
}

/** A chart along an axis as it is walked: the whole, its axes, its line and the points of it. */
export const partsAlong = (points: readonly FanPoint[], { whole, along, up, line, point }: Names): Part => ({
  says: whole,
  inside: [{ says: along }, { says: up }, { says: line, inside: points.map((each) => ({ says: point(each.at, saidOf(each)) })) }],
})

/** The same as a table. */
export const twinAlong = (points: readonly FanPoint[], named: Omit<Twin, 'rows'>): Twin => ({
  ...named,
  rows: points.map((each) => {
    const { low, typical, high } = saidOf(each)
    return [each.at, low, typical, high]
  }),
})
