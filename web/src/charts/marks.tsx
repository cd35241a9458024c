import type { ReactNode } from 'react'

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

const halo = {
  paintOrder: 'stroke',
  stroke: 'var(--chart-ground, var(--dl-surface))',
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

type GridProps = {
  ticks: readonly number[]
  y: (value: number) => number
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
        <line
          data-tick={tick}
          x1={left}
          x2={right}
          y1={round(y(tick))}
          y2={round(y(tick))}
          stroke={tick === zero ? 'var(--dl-line-strong)' : 'var(--dl-grid)'}
        />
        <Label x={left - 9} y={y(tick) + 4.5} anchor="end" ink="var(--dl-ink-3)" size={13} bare>
          {format(tick)}
        </Label>
      </g>
    ))}
  </g>
)

type BandProps = { d: string | null; ink: string; share: 50 | 90 }

/** Where so many of a hundred people fall: the line's own ink, thinned. Drawn before the line. */
export const Band = ({ d, ink, share }: BandProps) => (
  <path d={d ?? ''} fill={ink} style={{ fillOpacity: `var(--dl-band-${share})` }} data-band={share} />
)

type NowProps = { x: number; top: number; bottom: number; tag: string; tagY: number }

/** The present: a line through every panel, and its time in a tag on the axis. */
export const Now = ({ x, top, bottom, tag, tagY }: NowProps) => (
  <g data-now>
    <line x1={round(x)} x2={round(x)} y1={top} y2={bottom} stroke="var(--dl-accent)" strokeWidth="1.6" />
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
