import type { ReactNode } from 'react'
import { Chart, type Twin } from './chart.tsx'
import { type Course, dayLabel } from './course.ts'
import { Across, Below, Down, Grid, joined, Label, Observed, Ring, round, Stretch } from './marks.tsx'
import { type Place, scaleLinear } from './scale.ts'

/** A level that means something, with its name where its line ends. */
export type Level = { at: number; words: string; note: string; isUnder?: boolean }

/** Where things stand in the drawing of a course, px. */
export type Frame = { course: Course; x: Place; y: Place; left: number; right: number; foot: number; isNarrow: boolean }

type CourseChartProps = {
  label: string
  caption: ReactNode
  twin: Twin
  course: Course
  /** The figures of the scale, from 0 to the most that can be scored. */
  ticks: readonly number[]
  levels: readonly Level[]
  foot?: number
  width?: number
  /** Joined where they are one person's own, and nothing is expected of them. */
  isJoined?: boolean
  under?: (frame: Frame) => ReactNode
  children?: (frame: Frame) => ReactNode
}

/** The top of the drawing of a course, px. */
export const top = 56
const left = 38

/** Scores of one course over its days: the infusions behind, then what is expected, then the levels, then what was observed. */
export function CourseChart({ label, caption, twin, course, ticks, levels, width: usual = 960, ...drawn }: CourseChartProps) {
  const { foot = 372, isJoined = false, under, children } = drawn
  return (
    <Chart label={label} caption={caption} twin={twin} width={usual}>
      {(width) => {
        const isNarrow = width < 620
        const right = width - (isNarrow ? 12 : 138)
        const x = scaleLinear([course.firstDay, course.lastDay], [left + 6, right])
        const y = scaleLinear([0, Number(ticks.at(-1))], [foot, top])
        const frame = { course, x, y, left, right, foot, isNarrow }
        return (
          <svg viewBox={`0 0 ${width} ${foot + 46}`} aria-hidden="true">
            <Infusions {...frame} />
            {under?.(frame)}
            <Grid ticks={ticks} y={y} left={left} right={right} />
            {children?.(frame)}
            {levels.map((level) => (
              <NamedLevel key={level.words} {...frame} level={level} />
            ))}
            <Days {...frame} />
            <Scores {...frame} isJoined={isJoined} />
          </svg>
        )
      }}
    </Chart>
  )
}

/** When the drug was given: the period, and a mark for each infusion. */
function Infusions({ course: { infusions }, x, foot }: Frame) {
  if (infusions.length === 0) return null
  const [first, last] = [x(Math.min(...infusions)) - 3, x(Math.max(...infusions)) + 3]
  return (
    <g data-infusions={infusions.length}>
      <Stretch from={first} to={last} top={top} foot={foot} />
      {infusions.map((day) => (
        <Down key={day} x={x(day)} from={foot - 9} to={foot - 1} ink="var(--dl-ink-rate)" width={2.4} />
      ))}
      <Label x={first} y={top - 9} ink="var(--dl-ink-2)" size={13}>
        {infusions.length === 1 ? '1 infusion' : `${infusions.length} infusions`}
      </Label>
    </g>
  )
}

function NamedLevel({ level: { at, words, note, isUnder }, y, left, right, isNarrow }: Frame & { level: Level }) {
  const level = y(at)
  const place = isNarrow
    ? ({ x: right, y: level + (isUnder ? 15 : -7), anchor: 'end' } as const)
    : { x: right + 12, y: level + 5 }
  return (
    <g data-line={words}>
      <Across y={level} from={left} to={right} ink="var(--dl-ink)" width={1.5} dash="1.5 4" cap="round" />
      <Label {...place} weight={600} size={13}>
        {words}
        {isNarrow ? `, ${note}` : ''}
      </Label>
      {!isNarrow && (
        <Label x={right + 12} y={level + 21} ink="var(--dl-ink-2)" size={13}>
          {note}
        </Label>
      )}
    </g>
  )
}

/** The present, the days since day 0 and their dates. */
function Days({ course, x, foot, isNarrow }: Frame) {
  const { today, lastDay, counts } = course
  const step = isNarrow ? 28 : 14
  return (
    <g>
      {today <= lastDay && (
        <g data-today={Math.round(today)}>
          <Down x={x(today)} from={top} to={foot} ink="var(--dl-accent)" width={1.5} dash="4 3" />
          <Label x={x(today)} y={top - 26} anchor="middle" ink="var(--dl-accent)" weight={600} size={13}>
            today
          </Label>
        </g>
      )}
      {Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, i) => i * step).map((day) => (
        <Below key={day} x={x(day)} foot={foot} ink="var(--dl-ink)" more={dayLabel(course, day)}>
          {day === 0 ? counts : `day ${day}`}
        </Below>
      ))}
    </g>
  )
}

/** What was observed, smaller before the course, and rings for what is still to come. */
function Scores({ course, x, y, foot, isJoined }: Frame & { isJoined: boolean }) {
  const { scores, before, due = [], infusions } = course
  const first = Math.min(...infusions, 0)
  const path = joined(scores.map(({ day, score }) => [x(day), y(score)]))
  return (
    <g data-marks={scores.length}>
      {before && (
        <g data-before={before.mean}>
          <Across y={y(before.mean)} from={x(before.from)} to={x(before.to)} ink="var(--dl-ink)" width={1.3} />
          <Label x={x(before.from)} y={y(before.mean) - 9} weight={600} size={13}>
            before, {round(before.mean)}
          </Label>
        </g>
      )}
      {isJoined && <path d={path} fill="none" stroke="var(--dl-ink-3)" strokeOpacity="0.5" strokeWidth="1.6" />}
      {scores.map(({ day, score }) => (
        <Observed key={`${day} ${score}`} x={x(day)} y={y(score)} r={day < first ? 4 : 5} data-score={score} />
      ))}
      {due.map((day) => (
        <Ring key={day} x={x(day)} y={foot} ink="var(--dl-accent)" data-due={day} />
      ))}
    </g>
  )
}
