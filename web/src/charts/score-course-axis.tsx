import { dayLabel, plural } from './days.ts'
import { Label, round } from './marks.tsx'
import type { ScoreCourse } from './score-course.ts'

type Scale = (value: number) => number
export type Frame = { course: ScoreCourse; x: Scale; top: number; foot: number; isNarrow: boolean }

/** When the drug was given: the period, and a mark for each infusion. */
export function InfusionPeriod({ course, x, top, foot }: Frame) {
  const { infusions } = course
  if (infusions.length === 0) return null
  const [first, last] = [Math.min(...infusions), Math.max(...infusions)]
  return (
    <g data-infusions={infusions.length}>
      <rect x={round(x(first) - 3)} y={top} width={round(x(last) - x(first) + 6)} height={foot - top} fill="var(--dl-sunk)" />
      {infusions.map((day) => (
        <line
          key={day}
          x1={round(x(day))}
          x2={round(x(day))}
          y1={foot - 9}
          y2={foot - 1}
          stroke="var(--dl-ink-rate)"
          strokeWidth="2.4"
        />
      ))}
      <Label x={x(first) - 3} y={top - 9} ink="var(--dl-ink-2)" size={13}>
        {plural(infusions.length, 'infusion')}
      </Label>
    </g>
  )
}

/** The present, the days since the first infusion and their dates. */
export function DaysBelow({ course, x, top, foot, isNarrow }: Frame) {
  const { today, lastDay } = course
  const step = isNarrow ? 28 : 14
  const days = Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, i) => i * step)
  return (
    <g>
      {today <= lastDay && (
        <g data-today={Math.round(today)}>
          <line
            x1={round(x(today))}
            x2={round(x(today))}
            y1={top}
            y2={foot}
            stroke="var(--dl-accent)"
            strokeWidth="1.5"
            strokeDasharray="4 3"
          />
          <Label x={x(today)} y={top - 26} anchor="middle" ink="var(--dl-accent)" weight={600} size={13}>
            today
          </Label>
        </g>
      )}
      {days.map((day) => (
        <g key={day} data-day={day}>
          <line x1={round(x(day))} x2={round(x(day))} y1={foot} y2={foot + 6} stroke="var(--dl-line-strong)" />
          <Label x={x(day)} y={foot + 22} anchor="middle" size={13} bare>
            {day === 0 ? 'first' : `day ${day}`}
          </Label>
          <Label x={x(day)} y={foot + 39} anchor="middle" ink="var(--dl-ink-2)" size={13} bare>
            {dayLabel({ lastInfusion: course.start, zone: course.zone }, day)}
          </Label>
        </g>
      ))}
    </g>
  )
}

/** What was observed: filled marks with a rim of the ground, smaller before the course. */
export const ScoreMarks = ({ course, x, y }: { course: ScoreCourse; x: Scale; y: Scale }) => (
  <g data-marks={course.scores.length}>
    {course.scores.map(({ day, score }) => (
      <circle
        key={`${day} ${score}`}
        cx={round(x(day))}
        cy={round(y(score))}
        r={day < 0 ? 4 : 5}
        fill="var(--dl-ink-observed)"
        stroke="var(--chart-ground, var(--dl-surface))"
        strokeWidth="1.5"
        data-score={score}
      />
    ))}
  </g>
)

type NamedLineProps = {
  at: number
  left: number
  right: number
  y: Scale
  words: string
  note?: string
  isNarrow: boolean
  under?: boolean
}

/** A level that means something, with its name where the line ends. */
export function NamedLine({ at, left, right, y, words, note, isNarrow, under = false }: NamedLineProps) {
  const level = round(y(at))
  return (
    <g data-line={words}>
      <line
        x1={left}
        x2={right}
        y1={level}
        y2={level}
        stroke="var(--dl-ink)"
        strokeWidth="1.5"
        strokeDasharray="1.5 4"
        strokeLinecap="round"
      />
      <Label
        x={isNarrow ? right : right + 12}
        y={isNarrow ? level + (under ? 15 : -7) : level + 5}
        anchor={isNarrow ? 'end' : 'start'}
        weight={600}
        size={13}
      >
        {words}
        {isNarrow && note ? `, ${note}` : ''}
      </Label>
      {!isNarrow && note && (
        <Label x={right + 12} y={level + 21} ink="var(--dl-ink-2)" size={13}>
          {note}
        </Label>
      )}
    </g>
  )
}
