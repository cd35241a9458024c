import * as home from '@dripline/clinical/words/home'
import { area, curveMonotoneX } from 'd3-shape'
import type { ReactNode } from 'react'
import { useReader } from '../data/reader.ts'
import { Chart } from './chart.tsx'
import styles from './hills.module.css'
import { Below, Down, joined, Label, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'
import { thinned } from './thinned.ts'

/** One simulated person: relief from 0 to 1 at each of the weeks; no relief at all is a flat line. */
export type HillPerson = { relief: readonly number[]; responds: boolean }

type HillsProps = {
  people: readonly HillPerson[]
  /** The weeks of every person's values; the infusion ends at 0. */
  weeks: readonly number[]
  caption: ReactNode
}

const foot = 420
const top = 96

/** Each ridge one person's relief, each flat line one person who got none; the flat ones drawn last, so that nothing hides them. */
export function Hills({ people, weeks, caption }: HillsProps) {
  const to = useReader()
  const none = people.filter((p) => !p.responds).length
  const peak = (p: HillPerson) => Math.round(Math.max(...p.relief) * 100)
  const twin = {
    summary: home.asTable(to),
    caption: home.tableCaption(to, { people: people.length, none }),
    head: [home.tablePerson(to), home.tableMost(to), home.tableLast(to, { week: Math.round(weeks.at(-1) ?? 0) })],
    rows: people.map((p, i) => [
      i + 1,
      p.responds ? peak(p) : home.tableNone(to),
      p.responds ? Math.round((p.relief.at(-1) ?? 0) * 100) : home.tableNone(to),
    ]),
  }
  return (
    <Chart label={home.pictureLabel(to, { people: people.length, none })} caption={caption} twin={twin} width={WIDE}>
      {() => (
        <div className={styles.hills}>
          <div className={styles.wide}>
            <Drawing people={people} weeks={weeks} width={WIDE} />
          </div>
          <div className={styles.narrow}>
            <Drawing {...everyOther(people, weeks)} width={NARROW} />
          </div>
        </div>
      )}
    </Chart>
  )
}

/** The widths it is drawn at: a page of paper has no script that could measure the room, so both are there and one is shown. */
const [WIDE, NARROW] = [780, 358]

/** Half the points are enough for a picture as wide as a hand. */
const everyOther = (people: readonly HillPerson[], weeks: readonly number[]) => {
  const isKept = (_: unknown, i: number) => i % 2 === (weeks.length - 1) % 2
  return { people: people.map((p) => ({ ...p, relief: p.relief.filter(isKept) })), weeks: weeks.filter(isKept) }
}

type DrawingProps = { people: readonly HillPerson[]; weeks: readonly number[]; width: number }
type Line = readonly (readonly [x: number, y: number])[]

function Drawing({ people, weeks, width }: DrawingProps) {
  const to = useReader()
  const [first, last] = [weeks[0] ?? 0, weeks.at(-1) ?? 12]
  const x = scaleLinear([first, last], [0, width])
  const isNarrow = width < 560
  const step = (foot - top - 60) / Math.max(1, people.length - 1)
  const rise = isNarrow ? 100 : 128
  const base = (i: number) => foot - (people.length - 1 - i) * step
  const lines = people.map((p, i) => p.relief.map((r, k) => [x(weeks[k] ?? 0), base(i) - r * rise] as const))
  const [ridge, flat] = [true, false].map((responds) => people.findIndex((p) => p.responds === responds))
  const above = isNarrow ? 76 : 0
  return (
    <svg viewBox={`0 ${above} ${width} ${foot + 34 - above}`} aria-hidden="true">
      {lines.map((line, i) => people[i]?.responds && <Ridge key={base(i)} line={line} share={i / people.length} />)}
      {lines.map(
        (line, i) =>
          !people[i]?.responds && (
            <path
              key={base(i)}
              d={joined([...line.slice(0, 1), ...line.slice(-1)])}
              fill="none"
              stroke="var(--dl-ink)"
              strokeWidth="2"
              data-flat
            />
          ),
      )}
      {!isNarrow && <Names ridge={lines[ridge ?? -1]} flat={lines[flat ?? -1]} width={width} />}
      {(isNarrow ? [0, 6, 12] : [0, 4, 8, 12])
        .filter((week) => week >= first && week <= last)
        .map((week) => {
          const words = week === 0 ? home.infusionEnds(to) : home.week(to, { week })
          return (
            <Below
              key={week}
              x={x(week)}
              foot={foot + 3}
              anchor={week === last ? 'end' : 'middle'}
              ink="var(--dl-ink-2)"
              letters={week === 0 ? words.length : 0}
            >
              {words}
            </Below>
          )
        })}
    </svg>
  )
}

/** What nobody can see, px: points that close to their line are not sent. */
const SEEN = 0.25

const hill = area<readonly [number, number]>()
  .x(([x]) => x)
  .y1(([, y]) => y)
  .y0(foot)
  .curve(curveMonotoneX)
  .digits(1)

const Ridge = ({ line, share }: { line: Line; share: number }) => (
  <path
    d={hill(thinned(line, SEEN)) ?? ''}
    fill={`color-mix(in srgb, var(--dl-accent) ${Math.round(14 + 66 * share)}%, var(--dl-ground))`}
    stroke="var(--dl-ground)"
    strokeWidth="1.6"
    data-ridge
  />
)

/** A letter of the names, px. */
const LETTER = 7.4

type NamesProps = { ridge: Line | undefined; flat: Line | undefined; width: number }

/** What a ridge is and what a flat line is, each pointed at one of its own. */
function Names({ ridge, flat, width }: NamesProps) {
  const to = useReader()
  const tip = ridge?.[Math.round(ridge.length * 0.415)]
  const level = flat?.[0]?.[1]
  if (!tip || level === undefined) return null
  const [x, y] = [round(tip[0]), round(tip[1])]
  const high = top - 62
  const words = [home.ridge(to), home.flatLine(to)] as const
  // In a language of longer words they begin earlier: none runs over the edge.
  const left = Math.min(width * 0.58, width - Math.max(...words.map(({ length }) => length)) * LETTER)
  return (
    <g>
      <path
        d={`M${x},${y}C${x + 20},${y - 30} ${round(left - width * 0.08)},${high} ${round(left - width * 0.01)},${high}`}
        fill="none"
        stroke="var(--dl-ink-3)"
      />
      <Label x={left} y={top - 58} ink="var(--dl-ink-2)" size={14.5} bare>
        {words[0]}
      </Label>
      <Label x={left} y={top - 34} weight={650} size={14.5} bare>
        {words[1]}
      </Label>
      <Down x={width * 0.88} from={top - 26} to={level} ink="var(--dl-ink)" width={1.3} />
      <circle cx={round(width * 0.88)} cy={round(level)} r="4" fill="var(--dl-ink)" />
    </g>
  )
}
