import { line } from 'd3-shape'
import { ms } from './instant.ts'
import { Grid, Hatch, Label, round } from './marks.tsx'
import { isLateEntry, type PolicyLine, type Pressure, type Reading, type SessionRecord } from './session-record.ts'
import type { SessionScale } from './session-scale.ts'

type PanelProps = { record: SessionRecord; scale: SessionScale }

/** The panel's name and unit, at the left of its axis. */
export const Title = ({ y, name, unit }: { y: number; name: string; unit: string }) => (
  <g>
    <Label x={0} y={y + 4} weight={650} size={13.5} bare>
      {name}
    </Label>
    <Label x={0} y={y + 21} ink="var(--dl-ink-2)" size={13} bare>
      {unit}
    </Label>
  </g>
)

/** Pressure as the anaesthetic chart has it: ∨ at the systolic, ∧ at the diastolic, a stem between. */
export const PressurePanel = ({ record, scale }: PanelProps) => (
  <g data-panel="pressure">
    <Title y={scale.tops.pressure} name="Pressure" unit="mmHg" />
    <Grid ticks={[60, 100, 140, 180]} y={scale.pressure} left={scale.start} right={scale.end} zero={Number.NaN} />
    {record.pressures.map((p) => (
      <PressureMark key={ms(p.at)} pressure={p} scale={scale} />
    ))}
    {(record.due?.pressure ?? []).map((at, i) => {
      const [x, y] = [scale.x(ms(at)), scale.pressure(64)]
      return (
        <g key={ms(at)} data-due="pressure">
          <path
            d={`M${round(x - 5)},${round(y - 6)}L${round(x)},${round(y)}L${round(x + 5)},${round(y - 6)}`}
            fill="none"
            stroke="var(--dl-line-strong)"
            strokeWidth="1.3"
          />
          {i === 1 && (
            <Label x={x + 26} y={y - 14} ink="var(--dl-ink-2)" size={13}>
              pressure due
            </Label>
          )}
        </g>
      )
    })}
  </g>
)

function PressureMark({ pressure, scale }: { pressure: Pressure; scale: SessionScale }) {
  const [x, top, foot] = [
    round(scale.x(ms(pressure.at))),
    round(scale.pressure(pressure.systolic)),
    round(scale.pressure(pressure.diastolic)),
  ]
  const ink = pressure.isPastPolicy ? 'var(--dl-st-defer)' : 'var(--dl-ink-pressure)'
  const stroke = {
    fill: 'none',
    stroke: ink,
    strokeWidth: pressure.isPastPolicy ? 2.8 : 2,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const
  return (
    <g data-pressure={`${pressure.systolic}/${pressure.diastolic}`}>
      <line x1={x} x2={x} y1={top} y2={foot} stroke={ink} strokeOpacity="0.28" {...late(pressure)} />
      <path d={`M${round(x - 6)},${round(top - 9)}L${x},${top}L${round(x + 6)},${round(top - 9)}`} {...stroke} />
      <path d={`M${round(x - 6)},${round(foot + 9)}L${x},${foot}L${round(x + 6)},${round(foot + 9)}`} {...stroke} />
      {isLateEntry(pressure) && <LateMark x={x} y={foot + 22} />}
    </g>
  )
}

const late = (entry: Pressure) => (isLateEntry(entry) ? { strokeDasharray: '2 3', strokeOpacity: 0.7 } : {})

/** An open foot under a value that was written down afterwards. */
const LateMark = ({ x, y }: { x: number; y: number }) => (
  <g data-late>
    <Label x={x} y={y} anchor="middle" ink="var(--dl-ink-2)" size={13}>
      late
    </Label>
  </g>
)

export const PulsePanel = ({ record, scale }: PanelProps) => (
  <g data-panel="pulse">
    <Title y={scale.tops.pulse} name="Pulse" unit="per min" />
    <Grid ticks={scale.pulse.ticks(2)} y={scale.pulse} left={scale.start} right={scale.end} zero={Number.NaN} />
    {record.pulses.map((p) => (
      <circle
        key={ms(p.at)}
        cx={round(scale.x(ms(p.at)))}
        cy={round(scale.pulse(p.value))}
        r="4"
        fill="var(--dl-ink-pulse)"
        data-pulse={p.value}
      />
    ))}
  </g>
)

/** The saturation: unjoined spots where somebody typed it, a line where a monitor sent it, nothing through a gap. */
export function SaturationPanel({ record, scale }: PanelProps) {
  const gaps = record.gaps ?? []
  const isIn = (at: number) => gaps.some((gap) => at >= ms(gap.from) && at <= ms(gap.to))
  const isBroken = (a: number, b: number) => gaps.some((gap) => a <= ms(gap.from) && b >= ms(gap.to))
  const runs = record.saturations.reduce<Reading[][]>((all, reading) => {
    const at = ms(reading.at)
    if (isIn(at)) return all
    const run = all.at(-1)
    const before = run?.at(-1)
    if (run && before && record.saturationsBy === 'monitor' && !isBroken(ms(before.at), at)) run.push(reading)
    else all.push([reading])
    return all
  }, [])
  const draw = line<Reading>()
    .x((r) => scale.x(ms(r.at)))
    .y((r) => scale.sat(r.value))
    .digits(1)
  return (
    <g data-panel="saturation">
      <Title y={scale.tops.sat} name="SpO₂" unit="%" />
      <Grid ticks={scale.sat.ticks(3)} y={scale.sat} left={scale.start} right={scale.end} zero={Number.NaN} />
      <Hatch id="session-gap" />
      {runs.map((run) =>
        run.length === 1 && run[0] ? (
          <circle
            key={ms(run[0].at)}
            cx={round(scale.x(ms(run[0].at)))}
            cy={round(scale.sat(run[0].value))}
            r="3.4"
            fill="var(--dl-ink-sat)"
            data-saturation={run[0].value}
          />
        ) : (
          <path
            key={run[0] ? ms(run[0].at) : 0}
            d={draw(run) ?? ''}
            fill="none"
            stroke="var(--dl-ink-sat)"
            strokeWidth="2"
            strokeLinejoin="round"
            data-run={run.length}
          />
        ),
      )}
      {gaps.map((gap) => {
        const [x1, x2] = [scale.x(ms(gap.from)), scale.x(ms(gap.to))]
        const [top, foot] = [scale.sat(100), scale.sat(90)]
        return (
          <g key={ms(gap.from)} data-gap>
            <rect
              x={round(x1)}
              y={round(top)}
              width={round(Math.max(3, x2 - x1))}
              height={round(foot - top)}
              fill="url(#session-gap)"
              stroke="var(--dl-line-strong)"
            />
            <Label x={x2 + 8} y={foot - 6} ink="var(--dl-ink-2)" size={13}>
              {gap.reason}
            </Label>
          </g>
        )
      })}
    </g>
  )
}

/** A line of the clinic's own policy with what it asks for; its words stand on the future side. */
export function Policy({ policy, scale }: { policy: PolicyLine; scale: SessionScale }) {
  const y = round((policy.panel === 'pressure' ? scale.pressure : scale.sat)(policy.value))
  return (
    <g data-policy={policy.value}>
      <line x1={scale.start} x2={scale.end} y1={y} y2={y} stroke="var(--dl-ink-policy)" strokeWidth="1.4" strokeDasharray="5 4" />
      <Label x={scale.end - 4} y={policy.side === 'above' ? y - 6 : y + 16} anchor="end" ink="var(--dl-ink-policy)" size={13}>
        policy: {policy.words}
      </Label>
    </g>
  )
}
