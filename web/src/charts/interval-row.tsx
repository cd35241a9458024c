import { Across, Estimate, Interval, Label, Ring } from './marks.tsx'
import type { Place } from './scale.ts'

type Span = { low: number; high: number }

/** One estimate in its interval, and beside it, where somebody looked, what was seen. */
export type IntervalRow = {
  label: string
  at: number
  outer?: Span | undefined
  inner?: Span | undefined
  seen?: ({ at: number } & Span) | undefined
  /** The estimate in words, and its interval. */
  words: string
  more: string
  /** What was seen, in words. */
  note?: string
}

const lineHeight = 17
/** From the last words over a bar to the bar, and from the bar to the next row. */
const [over, under] = [20, 34] as const

/** About as many letters as stand in a line of a chart so wide. */
const mostLetters = (width: number) => Math.floor(width / 6.9)

const linesOf = ({ label }: IntervalRow, width: number): string[] => {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= mostLetters(width)) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** Label and figures on one line: where nothing was seen to stand beside them, and both are short. */
const isShort = ({ label, words, more, note, seen }: IntervalRow, width: number) =>
  !note && !seen && label.length + words.length + more.length + 4 <= mostLetters(width)

/** How far below its top a stacked row has its bar, and where it ends. */
export function stackedPlaces(row: IntervalRow, width: number) {
  if (isShort(row, width)) return { bar: lineHeight + over - 8, end: lineHeight + over + 9 }
  const bar = (linesOf(row, width).length + (row.note ? 2 : 1)) * lineHeight + over
  return { bar, end: bar + under }
}

type RowProps = { row: IntervalRow; y: number; x: Place; ink: string; width: number }

/** Its label at the left, its words at the right, the bar between. `y` is the bar’s. */
export const BesideRow = ({ row, y, x, ink, width }: RowProps) => (
  <g data-estimate-of={row.label}>
    <Label x={0} y={y + 4} weight={600}>
      {row.label}
    </Label>
    <Bars row={row} y={y} x={x} ink={ink} />
    <Label x={width - 106} y={y - 2} weight={650}>
      {row.words}
    </Label>
    <Label x={width - 106} y={y + 15} ink="var(--dl-ink-2)" size={13}>
      {row.more}
    </Label>
  </g>
)

/** All its words over its bar: for long words, and for narrow screens. `y` is the row’s top. */
export function StackedRow({ row, y, x, ink, width }: RowProps) {
  const lines = linesOf(row, width)
  const isOne = isShort(row, width)
  const line = (i: number) => y + 13 + i * lineHeight
  return (
    <g data-estimate-of={row.label}>
      {lines.map((words, i) => (
        <Label key={words} x={0} y={line(i)} weight={600}>
          {words}
        </Label>
      ))}
      <Label
        x={isOne ? width : 0}
        y={line(isOne ? 0 : lines.length)}
        anchor={isOne ? 'end' : 'start'}
        ink="var(--dl-ink-2)"
        size={13}
      >
        <tspan fill={ink} fontWeight="650">
          {row.words}
        </tspan>
        {row.more && `, ${row.more}`}
      </Label>
      {row.note && (
        <Label x={0} y={line(lines.length + 1)} ink="var(--dl-ink-2)" size={13}>
          {row.note}
        </Label>
      )}
      <Bars row={row} y={y + stackedPlaces(row, width).bar} x={x} ink={ink} />
    </g>
  )
}

const Bars = ({ row: { at, outer, inner, seen }, y, x, ink }: Omit<RowProps, 'width'>) => (
  <>
    {outer && <Interval from={x(outer.low)} to={x(outer.high)} y={y} ink={ink} share={90} />}
    {inner && <Interval from={x(inner.low)} to={x(inner.high)} y={y} ink={ink} share={50} />}
    {seen && (
      <g data-seen>
        <Across y={y + 11} from={x(seen.low)} to={x(seen.high)} ink="var(--dl-ink-2)" width={1.5} />
        <Ring x={x(seen.at)} y={y + 11} />
      </g>
    )}
    <Estimate x={x(at)} y={y} ink={ink} />
  </>
)
