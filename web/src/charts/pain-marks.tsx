import { Label, round } from './marks.tsx'
import type { PainCourse } from './pain-course.ts'

type Scale = (value: number) => number
type PainMarksProps = { course: PainCourse; x: Scale; y: Scale }

/** What was observed: filled marks with a rim of the ground, smaller before the course. */
export const PainMarks = ({ course, x, y }: PainMarksProps) => (
  <g data-marks={course.answers.length}>
    {course.before && <Before before={course.before} x={x} y={y} />}
    {course.answers.map(({ day, score, isBaseline }) => (
      <circle
        key={`${day} ${score}`}
        cx={round(x(day))}
        cy={round(y(score))}
        r={isBaseline ? 4 : 5}
        fill="var(--dl-ink-observed)"
        stroke="var(--chart-ground, var(--dl-surface))"
        strokeWidth="1.5"
        data-score={score}
      />
    ))}
  </g>
)

const Before = ({ before, x, y }: { before: NonNullable<PainCourse['before']>; x: Scale; y: Scale }) => (
  <g data-before={before.mean}>
    <line
      x1={round(x(before.from))}
      x2={round(x(before.to))}
      y1={round(y(before.mean))}
      y2={round(y(before.mean))}
      stroke="var(--dl-ink)"
      strokeWidth="1.3"
    />
    <Label x={x(before.from) + 4} y={y(before.mean) + 96} weight={600} size={13}>
      before
    </Label>
    <Label x={x(before.from) + 4} y={y(before.mean) + 112} ink="var(--dl-ink-2)" size={13}>
      mean {before.mean}
    </Label>
  </g>
)
