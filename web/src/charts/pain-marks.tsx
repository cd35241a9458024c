import { Label, round } from './marks.tsx'
import type { PainCourse } from './pain-course.ts'

type Scale = (value: number) => number
type PainMarksProps = { course: PainCourse; x: Scale; y: Scale; isNarrow: boolean }

/** What was observed: filled marks with a rim of the ground, smaller before the course. */
export const PainMarks = ({ course, x, y, isNarrow }: PainMarksProps) => (
  <g data-marks={course.answers.length}>
    {course.before && <Before before={course.before} x={x} y={y} isNarrow={isNarrow} />}
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

type BeforeProps = { before: NonNullable<PainCourse['before']>; x: Scale; y: Scale; isNarrow: boolean }

function Before({ before, x, y, isNarrow }: BeforeProps) {
  const [from, line] = [x(before.from), round(y(before.mean))]
  return (
    <g data-before={before.mean}>
      <line x1={round(from)} x2={round(x(before.to))} y1={line} y2={line} stroke="var(--dl-ink)" strokeWidth="1.3" />
      {isNarrow ? (
        <Label x={from} y={y(9.3)} weight={600} size={13}>
          before, {before.mean}
        </Label>
      ) : (
        <>
          <Label x={from + 4} y={line + 96} weight={600} size={13}>
            before
          </Label>
          <Label x={from + 4} y={line + 112} ink="var(--dl-ink-2)" size={13}>
            mean {before.mean}
          </Label>
        </>
      )}
    </g>
  )
}
