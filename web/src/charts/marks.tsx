import type { ReactNode } from 'react'
import type { Place } from './scale.ts'

type LabelProps = {
  x: number
  y: number
  anchor?: 'start' | 'middle' | 'end'
  ink?: string
  size?: number
  weight?: 400 | 600 | 650
  /** No halo where nothing runs behind. */
  bare?: boolean
  children: ReactNode
}

const ground = 'var(--chart-ground, var(--dl-surface))'

const halo = {
  paintOrder: 'stroke',
  stroke: ground,
  strokeWidth: 4,
  strokeLinejoin: 'round',
} as const

/** Words in a picture, with a halo of the ground so that no line runs through them. */
export const Label = ({
  x,
  y,
  anchor = 'start',
  ink = 'var(--dl-ink)',
  size = 13.5,
  weight = 400,
  bare = false,
  children,
}: LabelProps) => (
  <text
    x={round(x)}
    y={round(y)}
    textAnchor={anchor}
    fill={ink}
    fontSize={size}
    fontWeight={weight}
    style={bare ? undefined : halo}
  >
    {children}
  </text>
)

/** A tenth of a px is finer than any screen; longer figures only make documents heavier. */
export const round = (value: number) => Math.round(value * 10) / 10

/** Words cut to the room they have, so that none stands outside the picture; the table says them whole. */
export const cut = (words: string, width: number) => {
  const most = Math.floor(width / 7.6)
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`
}

/** A figure of a scale: small ones keep their digits, and a minus is one. */
export const sayTick = (tick: number) => tick.toLocaleString('en-US', { maximumSignificantDigits: 6 }).replace('-', '−')

type Stroke = { ink?: string | undefined; width?: number | undefined; dash?: string | undefined; cap?: 'round' | undefined }

const strokeOf = ({ ink = 'var(--dl-line-strong)', width, dash, cap }: Stroke) => ({
  stroke: ink,
  strokeWidth: width,
  strokeDasharray: dash,
  strokeLinecap: cap,
})

/** A line straight down, px. */
export const Down = ({ x, from, to, ink, width, dash, cap, ...named }: Stroke & { x: number; from: number; to: number }) => (
  <line {...named} x1={round(x)} x2={round(x)} y1={round(from)} y2={round(to)} {...strokeOf({ ink, width, dash, cap })} />
)

/** A line straight across, px. */
export const Across = ({ y, from, to, ink, width, dash, cap, ...named }: Stroke & { y: number; from: number; to: number }) => (
  <line {...named} x1={round(from)} x2={round(to)} y1={round(y)} y2={round(y)} {...strokeOf({ ink, width, dash, cap })} />
)

type GridProps = {
  ticks: readonly number[]
  y: Place
  left: number
  right: number
  format?: (value: number) => string
  /** Which value is drawn as the axis. */
  zero?: number
}

/** Horizontal lines with their figures at the left; zero drawn stronger. */
export const Grid = ({ ticks, y, left, right, format = String, zero = 0 }: GridProps) => (
  <g>
    {ticks.map((tick) => (
      <g key={tick}>
        <Across data-tick={tick} y={y(tick)} from={left} to={right} ink={tick === zero ? undefined : 'var(--dl-grid)'} />
        <Label x={left - 9} y={y(tick) + 4.5} anchor="end" ink="var(--dl-ink-3)" size={13} bare>
          {format(tick)}
        </Label>
      </g>
    ))}
  </g>
)

/** Half of a letter of an axis, px: the wider letters of what is set at 13 px. */
const HALF_LETTER = 3.4

type BelowProps = {
  x: number
  foot: number
  anchor?: 'middle' | 'end'
  ink?: string
  more?: ReactNode
  /** Where words of that many letters would begin outside the picture, they begin at its edge. */
  letters?: number
  children: ReactNode
}

/** A place on the axis below: its stroke, its figure, and under it what it means. */
export const Below = ({ x, foot, anchor = 'middle', ink = 'var(--dl-ink-3)', more, letters = 0, children }: BelowProps) => (
  <g>
    <Down x={x} from={foot} to={foot + 5} />
    <Label x={Math.max(x, letters * HALF_LETTER)} y={foot + 22} anchor={anchor} ink={ink} size={13} bare>
      {children}
    </Label>
    {more && (
      <Label x={x} y={foot + 39} anchor={anchor} ink="var(--dl-ink-2)" size={13} bare>
        {more}
      </Label>
    )}
  </g>
)

/** Stretches of time with a ground of their own, such as that of an infusion. */
export const Stretch = ({ from, to, top, foot, ink = 'var(--dl-sunk)', ...named }: StretchProps) => (
  <rect {...named} x={round(from)} y={top} width={round(Math.max(1, to - from))} height={foot - top} fill={ink} />
)

type StretchProps = { from: number; to: number; top: number; foot: number; ink?: string }

/** What was observed: a filled disc with a rim of the ground. */
export const Observed = ({ x, y, r = 5, ink = 'var(--dl-ink-observed)', ...named }: SpotProps) => (
  <circle {...named} cx={round(x)} cy={round(y)} r={r} fill={ink} stroke={ground} strokeWidth="1.5" />
)

/** An empty ring: what is still to come, or what others saw. */
export const Ring = ({ x, y, r = 5, ink = 'var(--dl-ink-2)', ...named }: SpotProps) => (
  <circle {...named} cx={round(x)} cy={round(y)} r={r} fill={ground} stroke={ink} strokeWidth="2" />
)

type SpotProps = { x: number; y: number; r?: number; ink?: string }

/** What is estimated, within its interval. */
export const Estimate = ({ x, y, ink }: { x: number; y: number; ink: string }) => (
  <circle cx={round(x)} cy={round(y)} r="6" fill={ink} data-estimate />
)

/** An interval around an estimate: the bar is the line’s own ink, thinned. */
export const Interval = ({ from, to, y, ink, share, ...named }: IntervalProps) => (
  <rect
    {...named}
    x={round(from)}
    y={y - 4}
    width={round(Math.max(1, to - from))}
    height="8"
    rx="4"
    fill={ink}
    style={{ fillOpacity: share === 50 ? 0.34 : 0.22 }}
    data-band={share}
  />
)

type IntervalProps = { from: number; to: number; y: number; ink: string; share: 50 | 90 }

type AboveProps = { ticks: readonly number[]; x: Place; y: number; lines: Lines; format?: (value: number) => string }
type Lines = readonly (readonly [from: number, to: number])[]

/** A scale above its rows: figures over lines that run down where no words stand. */
export const Above = ({ ticks, x, y, lines, format = sayTick }: AboveProps) => (
  <g>
    {ticks.map((tick) => (
      <g key={tick}>
        {lines.map(([from, to]) => (
          <Down key={from} x={x(tick)} from={from} to={to} ink={tick === 0 ? undefined : 'var(--dl-grid)'} />
        ))}
        <Label x={x(tick)} y={y} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
          {format(tick)}
        </Label>
      </g>
    ))}
  </g>
)

/** Points joined by straight lines, as a path. */
export const joined = (points: readonly (readonly [x: number, y: number])[]) =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${round(x)},${round(y)}`).join('')

type BandProps = { d: string | null; ink: string; share: 50 | 90 }

/** Where so many of a hundred people fall: the line's own ink, thinned. Drawn before the line. */
export const Band = ({ d, ink, share }: BandProps) => (
  <path d={d ?? ''} fill={ink} style={{ fillOpacity: `var(--dl-band-${share})` }} data-band={share} />
)

type NowProps = { x: number; top: number; bottom: number; tag: string; tagY: number }

/** The present: a line through every panel, and its time in a tag on the axis. */
export const Now = ({ x, top, bottom, tag, tagY }: NowProps) => (
  <g data-now>
    <Down x={x} from={top} to={bottom} ink="var(--dl-accent)" width={1.6} />
    <rect x={round(x - 26)} y={tagY - 16} width="52" height="23" rx="5" fill="var(--dl-accent)" />
    <Label x={x} y={tagY} anchor="middle" ink="var(--dl-on-accent)" size={13} weight={650} bare>
      {tag}
    </Label>
  </g>
)

type LeaderProps = { from: readonly [number, number]; to: readonly [number, number]; ink?: string }

/** From words to what they name. */
export const Leader = ({ from, to, ink = 'var(--dl-ink-2)' }: LeaderProps) => (
  <line x1={round(from[0])} y1={round(from[1])} x2={round(to[0])} y2={round(to[1])} stroke={ink} strokeWidth="1" />
)

type HatchProps = { id: string; ink?: string }

/** Hatching for a gap: nothing was measured here. Refer to it by `url(#id)`. */
export const Hatch = ({ id, ink = 'var(--dl-line-strong)' }: HatchProps) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line x1="0" y1="0" x2="0" y2="6" stroke={ink} strokeWidth="1.6" />
  </pattern>
)
