import { area, curveMonotoneX, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import styles from './hills.module.css'
import { Label, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'

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
  const none = people.filter((p) => !p.responds).length
  const peak = (p: HillPerson) => Math.round(Math.max(...p.relief) * 100)
  const twin = {
    caption: `${people.length} simulated people, ${none} of them without relief`,
    head: ['person', 'most relief, %', `relief at week ${Math.round(weeks.at(-1) ?? 0)}, %`],
    rows: people.map((p, i) => [
      i + 1,
      p.responds ? peak(p) : 'none',
      p.responds ? Math.round((p.relief.at(-1) ?? 0) * 100) : 'none',
    ]),
  }
  return (
    <Chart
      label={`${people.length} simulated people over twelve weeks; ${none} got no relief`}
      caption={caption}
      twin={twin}
      width={WIDE}
    >
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

function Drawing({ people, weeks, width }: { people: readonly HillPerson[]; weeks: readonly number[]; width: number }) {
  const [first, last] = [weeks[0] ?? 0, weeks.at(-1) ?? 12]
  const x = scaleLinear([first, last], [0, width])
  const isNarrow = width < 560
  const step = (foot - top - 60) / Math.max(1, people.length - 1)
  const rise = isNarrow ? 100 : 128
  const base = (i: number) => foot - (people.length - 1 - i) * step
  const points = (p: HillPerson, i: number) => p.relief.map((r, k) => [x(weeks[k] ?? 0), base(i) - r * rise] as const)
  const flat = people.findIndex((p) => !p.responds)
  const ridge = people.findIndex((p) => p.responds)
  const flatX = width * 0.88
  const named = Math.round(weeks.length * 0.415)
  const tip = [x(weeks[named] ?? 0), base(ridge) - (people[ridge]?.relief[named] ?? 0) * rise] as const
  return (
    <svg viewBox={`0 ${isNarrow ? 76 : 0} ${width} ${foot + 34 - (isNarrow ? 76 : 0)}`} aria-hidden="true">
      {people.map(
        (p, i) =>
          p.responds && (
            <path
              key={base(i)}
              d={
                area<readonly [number, number]>()
                  .x(([a]) => a)
                  .y1(([, b]) => b)
                  .y0(foot)
                  .curve(curveMonotoneX)
                  .digits(1)(points(p, i)) ?? ''
              }
              fill={`color-mix(in srgb, var(--dl-accent) ${Math.round(14 + (66 * i) / people.length)}%, var(--dl-ground))`}
              stroke="var(--dl-ground)"
              strokeWidth="1.6"
              data-ridge
            />
          ),
      )}
      {people.map(
        (p, i) =>
          !p.responds && (
            <path
              key={base(i)}
              d={
                line<readonly [number, number]>()
                  .x(([a]) => a)
                  .y(([, b]) => b)
                  .digits(1)([points(p, i)[0], points(p, i).at(-1)].flatMap((end) => (end ? [end] : []))) ?? ''
              }
              fill="none"
              stroke="var(--dl-ink)"
              strokeWidth="2"
              data-flat
            />
          ),
      )}
      {!isNarrow && ridge >= 0 && flat >= 0 && (
        <g>
          <path
            d={`M${round(tip[0])},${round(tip[1])}C${round(tip[0] + 20)},${round(tip[1] - 30)} ${round(width * 0.5)},${top - 62} ${round(width * 0.57)},${top - 62}`}
            fill="none"
            stroke="var(--dl-ink-3)"
          />
          <Label x={width * 0.58} y={top - 58} ink="var(--dl-ink-2)" size={14.5} bare>
            Each ridge: one person’s relief
          </Label>
          <Label x={width * 0.58} y={top - 34} weight={650} size={14.5} bare>
            Each flat line: one person, no relief
          </Label>
          <line
            x1={round(flatX)}
            x2={round(flatX)}
            y1={top - 26}
            y2={round(base(flat))}
            stroke="var(--dl-ink)"
            strokeWidth="1.3"
          />
          <circle cx={round(flatX)} cy={round(base(flat))} r="4" fill="var(--dl-ink)" />
        </g>
      )}
      {[0, 4, 8, 12]
        .filter((week) => week >= first && week <= last)
        .map((week) => (
          <g key={week}>
            <line x1={round(x(week))} x2={round(x(week))} y1={foot + 3} y2={foot + 9} stroke="var(--dl-line-strong)" />
            <Label
              x={week === 12 ? width : x(week)}
              y={foot + 26}
              anchor={week === 12 ? 'end' : 'middle'}
              ink="var(--dl-ink-2)"
              size={14}
              bare
            >
              {week === 0 ? 'infusion ends' : `week ${week}`}
            </Label>
          </g>
        ))}
    </svg>
  )
}
