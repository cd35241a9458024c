import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { dayLabel } from './days.ts'
import { Grid, Label, round } from './marks.tsx'
import type { PainCourse } from './pain-course.ts'
import { scaleLinear } from './scale.ts'

type PainTraceProps = { course: PainCourse; line30?: number; caption?: ReactNode }

const top = 32
const foot = 252
const left = 34

/** A person's own answers, joined, with nothing predicted; rings are the answers still to come. */
export function PainTrace({ course, line30, caption }: PainTraceProps) {
  const twin = {
    caption: 'My answers, 0 is no pain, 10 the worst I can imagine',
    head: ['date', 'pain'],
    rows: course.answers.map(({ day, score }) => [dayLabel(course, day), score]),
  }
  return (
    <Chart label="My own answers, pain from 0 to 10" caption={caption} twin={twin} width={330}>
      {(width) => <Drawing course={course} line30={line30} width={width} />}
    </Chart>
  )
}

function Drawing({ course, line30, width }: { course: PainCourse; line30: number | undefined; width: number }) {
  const right = width - 6
  const x = scaleLinear([course.firstDay, course.lastDay], [left + 4, right - 4])
  const y = scaleLinear([0, 10], [foot, top])
  const last = course.answers.at(-1)
  const path = course.answers.map(({ day, score }, i) => `${i ? 'L' : 'M'}${round(x(day))},${round(y(score))}`).join('')
  const [first, final] = [Math.min(...course.infusions), Math.max(...course.infusions)]
  const ring = course.due ?? []
  return (
    <svg viewBox={`0 0 ${width} ${foot + 46}`} aria-hidden="true">
      {course.infusions.length > 0 && (
        <g data-infusions={course.infusions.length}>
          <rect
            x={round(x(first) - 3)}
            y={top}
            width={round(x(final) - x(first) + 6)}
            height={foot - top}
            fill="var(--dl-sunk)"
          />
          <Label x={(x(first) + x(final)) / 2} y={top - 9} anchor="middle" ink="var(--dl-ink-2)">
            infusions
          </Label>
          {course.infusions.map((day) => (
            <line
              key={day}
              x1={round(x(day))}
              x2={round(x(day))}
              y1={foot - 8}
              y2={foot - 1}
              stroke="var(--dl-ink-rate)"
              strokeWidth="2"
            />
          ))}
        </g>
      )}
      <Grid ticks={[0, 5, 10]} y={y} left={left} right={right} />
      {line30 !== undefined && (
        <g data-line30={line30}>
          <line
            x1={left}
            x2={right}
            y1={round(y(line30))}
            y2={round(y(line30))}
            stroke="var(--dl-ink-2)"
            strokeWidth="1.4"
            strokeDasharray="1.5 4"
            strokeLinecap="round"
          />
          <Label x={right} y={y(line30) - 8} anchor="end" ink="var(--dl-ink-2)">
            30 % less pain than before
          </Label>
        </g>
      )}
      <line
        x1={round(x(course.today))}
        x2={round(x(course.today))}
        y1={top}
        y2={foot}
        stroke="var(--dl-accent)"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <Label x={x(course.today) + 7} y={top + 13} ink="var(--dl-accent)" weight={600}>
        today
      </Label>
      <path d={path} fill="none" stroke="var(--dl-ink-3)" strokeOpacity="0.5" strokeWidth="1.6" />
      {course.answers.map(({ day, score, isBaseline }) => (
        <circle
          key={`${day} ${score}`}
          cx={round(x(day))}
          cy={round(y(score))}
          r={isBaseline ? 3.4 : 5}
          fill="var(--dl-ink-observed)"
          stroke="var(--dl-surface)"
          strokeWidth="1.5"
          data-score={score}
        />
      ))}
      {course.before && (
        <Label x={x(course.before.from)} y={y(course.before.mean) - 34} weight={600}>
          before
        </Label>
      )}
      {last && (
        <Label x={x(course.today) + 7} y={y(last.score) + 5} weight={650}>
          {last.score}, on {dayLabel(course, last.day)}
        </Label>
      )}
      {ring.length > 0 && (
        <Label x={x(course.today) + 7} y={foot - 15} ink="var(--dl-accent)">
          answers still to come
        </Label>
      )}
      {ring.map((day) => (
        <circle
          key={day}
          cx={round(x(day))}
          cy={foot}
          r="4.6"
          fill="var(--dl-surface)"
          stroke="var(--dl-accent)"
          strokeWidth="2"
          data-due={day}
        />
      ))}
      {[0, 28, 56, 90]
        .filter((day) => day <= course.lastDay)
        .map((day) => (
          <g key={day}>
            <Label x={day === 90 ? right : x(day)} y={foot + 22} anchor={day === 90 ? 'end' : 'middle'} bare>
              {day === 0 ? 'last' : `day ${day}`}
            </Label>
            <Label
              x={day === 90 ? right : x(day)}
              y={foot + 40}
              anchor={day === 90 ? 'end' : 'middle'}
              ink="var(--dl-ink-2)"
              bare
            >
              {dayLabel(course, day)}
            </Label>
          </g>
        ))}
    </svg>
  )
}
