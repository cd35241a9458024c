import { figures } from '@dripline/clinical/words'
import type { ReactNode } from 'react'
import { smooth } from '../charts/fan.tsx'
import { Grid, joined, Label } from '../charts/marks.tsx'
import { type Scale, scaleLinear } from '../charts/scale.ts'
import { useReader } from '../data/reader.ts'

/** A line of a drawing: values at places, in its ink, named where it ends. */
export type Drawn = {
  ink: string
  name: string
  points: readonly (readonly [at: number, value: number])[]
  dash?: string
  isStepped?: boolean
}

export const [CHART_LEFT, CHART_TOP, CHART_FOOT] = [40, 14, 190] as const

type LinesProps = {
  width: number
  across: readonly [first: number, last: number]
  up: readonly [least: number, most: number]
  ticks: readonly number[]
  /** What stands under the axis, and where. */
  below: readonly (readonly [at: number, words: string])[]
  lines: readonly Drawn[]
  under?: (x: Scale, y: Scale) => ReactNode
  over?: (x: Scale, y: Scale) => ReactNode
}

/** A few lines on one pair of axes; what is drawn under and over them is the turn's own. */
export function LinesChart({ width, across, up, ticks, below, lines, under, over }: LinesProps) {
  const to = useReader()
  const x = scaleLinear(across, [CHART_LEFT, width - 10])
  const y = scaleLinear(up, [CHART_FOOT, CHART_TOP])
  const [first, last] = across
  return (
    <svg viewBox={`0 0 ${width} ${CHART_FOOT + 28}`} aria-hidden="true">
      {under?.(x, y)}
      <Grid ticks={ticks} y={y} left={CHART_LEFT} right={width - 10} format={(value) => figures(to.locale, value)} />
      {lines.map(({ name, ink, points, dash, isStepped }) => (
        <path
          key={name}
          d={
            isStepped
              ? joined(points.map(([at, value]) => [x(at), y(value)]))
              : smooth(
                  points.map(([at, value]) => ({ at, value })),
                  x,
                  ({ value }) => y(value),
                )
          }
          fill="none"
          stroke={ink}
          strokeWidth="2.6"
          strokeDasharray={dash}
          data-line={name}
        />
      ))}
      {below.map(([at, words]) => (
        <Label
          key={words}
          x={x(at)}
          y={CHART_FOOT + 22}
          anchor={at === first ? 'start' : at === last ? 'end' : 'middle'}
          ink="var(--dl-ink-2)"
          size={13}
          bare
        >
          {words}
        </Label>
      ))}
      {over?.(x, y)}
    </svg>
  )
}
