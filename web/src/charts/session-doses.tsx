import { figure, withSign } from '@dripline/clinical'
import type { SVGProps } from 'react'
import { clock, ms } from './instant.ts'
import { Across, Down, Label, round } from './marks.tsx'
import { Panel } from './session-panels.tsx'
import type { DrugGiven, RateStep, ScoreRow, SessionRecord } from './session-record.ts'
import type { SessionScale } from './session-scale.ts'

type PanelProps = { record: SessionRecord; scale: SessionScale }

/** Other drugs, each an arrow down to its time. */
export const Drugs = ({ record, scale }: PanelProps) => (
  <g data-panel="drugs">
    <Label x={0} y={scale.drugTop + 4} weight={650} bare>
      Drugs given
    </Label>
    {(record.drugs ?? []).length === 0 && (
      <Label x={scale.start} y={scale.drugTop + 4} ink="var(--dl-ink-2)" bare>
        none
      </Label>
    )}
    {(record.drugs ?? []).map((drug, i) => (
      <Drug key={`${ms(drug.at)} ${drug.name}`} drug={drug} y={scale.drugTop + i * 21} scale={scale} zone={record.zone} />
    ))}
  </g>
)

function Drug({ drug, y, scale, zone }: { drug: DrugGiven; y: number; scale: SessionScale; zone: string }) {
  const x = round(scale.x(ms(drug.at)))
  const foot = scale.tops.pressure - 14
  const isFar = x > (scale.start + scale.end) / 2
  return (
    <g data-drug={drug.name}>
      <Down x={x} from={y - 8} to={foot - 6} ink="var(--dl-ink-2)" />
      <path d={`M${round(x - 5.5)},${foot - 9}h11l-5.5,9z`} fill="var(--dl-ink)" />
      <text x={isFar ? x - 8 : x + 8} y={y + 4} fontSize="13.5" textAnchor={isFar ? 'end' : 'start'}>
        <tspan fontWeight="650" fill="var(--dl-ink)">
          {drug.name}
        </tspan>
        <tspan fill="var(--dl-ink-2)">
          {' '}
          {drug.dose}, {clock(drug.at, zone)}
        </tspan>
      </text>
    </g>
  )
}

const ink = 'var(--dl-ink-rate)'

/** The dose rate as it was given, filled; as it is ordered from now on, dashed and empty. */
export function RatePanel({ record, scale }: PanelProps) {
  const until = ms(record.now ?? record.to)
  const given = steps(record.rates, scale, until)
  const ahead = steps(record.ordered ?? [], scale, ms(record.to), until)
  const ordered = record.ordered?.[0]
  return (
    <Panel of="rate" scale={scale} ticks={scale.rate.ticks(3)}>
      {given.map(({ area, edge, key }) => (
        <g key={key} data-rate="given">
          <path d={area} fill={ink} fillOpacity="0.2" />
          <path d={edge} fill="none" stroke={ink} strokeWidth="2.2" />
        </g>
      ))}
      {ahead.map(({ edge, key }) => (
        <path key={key} d={edge} fill="none" stroke={ink} strokeWidth="2" strokeDasharray="3 4" data-rate="ordered" />
      ))}
      {record.rates.map((step) => (
        <Label
          key={ms(step.from)}
          x={scale.x(ms(step.from)) + 8}
          y={scale.rate(step.rateMgPerHour) - 5}
          ink={ink}
          weight={650}
          size={13}
        >
          {figure(step.rateMgPerHour)}
        </Label>
      ))}
      {ordered && record.orderedWords && (
        <Label
          x={scale.x(ms(ordered.to ?? record.to)) - 8}
          y={scale.rate(ordered.rateMgPerHour) + 22}
          anchor="end"
          ink="var(--dl-ink-2)"
          size={13}
        >
          {record.orderedWords}
        </Label>
      )}
    </Panel>
  )
}

type Run = { from: number; to: number; steps: { from: number; to: number; rateMgPerHour: number }[] }

/** Steps that follow one another without a pause make one outline; a pause leaves the floor bare. */
function steps(rates: readonly RateStep[], scale: SessionScale, until: number, joins?: number) {
  const runs = rates.reduce<Run[]>((all, { from, to, rateMgPerHour }) => {
    const step = { from: ms(from), to: to === null ? until : ms(to), rateMgPerHour }
    const run = all.at(-1)
    if (run && run.to === step.from) {
      run.steps.push(step)
      run.to = step.to
    } else all.push({ from: step.from, to: step.to, steps: [step] })
    return all
  }, [])
  return runs.map((run) => {
    const floor = round(scale.rate(0))
    const top = run.steps.map((s) => `V${round(scale.rate(s.rateMgPerHour))}H${round(scale.x(s.to))}`).join('')
    const isOpen = run.to === until
    const outline = `M${round(scale.x(run.from))},${floor}${top}`
    // What goes on from now has no edge at now.
    const first = run.steps[0]?.rateMgPerHour ?? 0
    const line = run.from === joins ? `M${round(scale.x(run.from))},${round(scale.rate(first))}${top}` : outline
    return { key: run.from, area: `${outline}V${floor}Z`, edge: isOpen ? line : `${line}V${floor}` }
  })
}

const tones = { burden: 'var(--dl-ink-effect)', pain: 'var(--dl-ink-relief)', plain: 'var(--dl-ink-3)' }
const scoreFigure = ({ isSigned }: ScoreRow, value: number) => (isSigned ? withSign(value) : figure(value))

const depthOf = ({ tone }: ScoreRow, value: number) => (tone === 'plain' ? 0.1 : 0.07 + Math.min(10, Math.abs(value)) * 0.065)
const dueCell = { 'data-due': 'score', stroke: 'var(--dl-line)', strokeWidth: 1.3 }
const lateCell = { 'data-due': 'late', stroke: 'var(--dl-st-caution-text)', strokeWidth: 1.8, strokeDasharray: '3 2.5' }

const Cell = ({ x, y, ...drawn }: { x: number; y: number } & SVGProps<SVGRectElement>) => (
  <rect x={round(x - 13)} y={y - 12} width="26" height="24" rx="6" {...drawn} />
)

/** Scores as figures in cells; the tint says more, the figure says what. */
export const Scores = ({ record, scale }: PanelProps) => (
  <g data-panel="scores">
    <Across y={scale.scoreTop - 18} from={0} to={scale.end + 84} ink="var(--dl-line)" />
    {record.scores.map((row, i) => (
      <ScoreCells key={row.label} row={row} y={scale.scoreTop + i * scale.scoreStep} record={record} scale={scale} />
    ))}
  </g>
)

function ScoreCells({ row, y, record, scale }: { row: ScoreRow; y: number; record: SessionRecord; scale: SessionScale }) {
  const last = row.values.at(-1)
  return (
    <g data-scores={row.label}>
      <Label x={0} y={y + 4} weight={650}>
        {row.label}
      </Label>
      {row.values.map(({ at, value }) => (
        <g key={ms(at)}>
          <Cell x={scale.x(ms(at))} y={y} fill={tones[row.tone]} fillOpacity={depthOf(row, value)} />
          <Label x={scale.x(ms(at))} y={y + 5} anchor="middle" weight={600} bare>
            {scoreFigure(row, value)}
          </Label>
        </g>
      ))}
      {(record.due?.scores ?? []).map(({ at, isLate }) => (
        <Cell key={ms(at)} x={scale.x(ms(at))} y={y} fill="none" {...(isLate ? lateCell : dueCell)} />
      ))}
      {last && (
        <text x={scale.end + 16} y={y + 5} fontSize="15" fontWeight="650" fill="var(--dl-ink)">
          {scoreFigure(row, last.value)}
          <tspan dx="9" fontSize="13" fontWeight="400" fill="var(--dl-ink-2)">
            {clock(last.at, record.zone)}
          </tspan>
        </text>
      )}
    </g>
  )
}
