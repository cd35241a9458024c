import type { ReactNode } from 'react'
import { ms } from './instant.ts'
import { Across, Down, Grid, Hatch, joined, Label, round, Stretch } from './marks.tsx'
import { type Gap, isLateEntry, type PolicyLine, type Pressure, type Reading, type SessionRecord } from './session-record.ts'
import type { SessionScale } from './session-scale.ts'

type PanelProps = { record: SessionRecord; scale: SessionScale }

/** The panels of the record with their units, from the top. */
export const panels = {
  pressure: { name: 'Pressure', unit: 'mmHg' },
  pulse: { name: 'Pulse', unit: 'per min' },
  saturation: { name: 'SpO₂', unit: '%' },
  rate: { name: 'Dose rate', unit: 'mg/h' },
} as const

type PanelKey = keyof typeof panels

/** The panel's name and unit, at the left of its axis. */
export const Title = ({ of, scale, bare = false }: { of: PanelKey; scale: SessionScale; bare?: boolean }) => (
  <g>
    <Label x={0} y={scale.tops[of] + 4} weight={650} bare={bare}>
      {panels[of].name}
    </Label>
    <Label x={0} y={scale.tops[of] + 21} ink="var(--dl-ink-2)" size={13} bare={bare}>
      {panels[of].unit}
    </Label>
  </g>
)

type FrameProps = { of: PanelKey; scale: SessionScale; ticks: readonly number[]; children: ReactNode }

/** One panel on the common time axis: its name, its grid, and what is drawn on it. */
export const Panel = ({ of, scale, ticks, children }: FrameProps) => (
  <g data-panel={of}>
    <Title of={of} scale={scale} bare />
    <Grid ticks={ticks} y={scale[of]} left={scale.start} right={scale.end} zero={Number.NaN} />
    {children}
  </g>
)

/** Pressure as the anaesthetic chart has it: ∨ at the systolic, ∧ at the diastolic, a stem between. */
export const PressurePanel = ({ record, scale }: PanelProps) => (
  <Panel of="pressure" scale={scale} ticks={[60, 100, 140, 180]}>
    {record.pressures.map((p) => (
      <PressureMark key={ms(p.at)} pressure={p} scale={scale} />
    ))}
    {(record.due?.pressure ?? []).map((at, i) => {
      const [x, y] = [scale.x(ms(at)), scale.pressure(64)]
      return (
        <g key={ms(at)} data-due="pressure">
          <path d={tip(x, y, -6, 5)} fill="none" stroke="var(--dl-line-strong)" strokeWidth="1.3" />
          {i === 1 && (
            <Label x={x + 26} y={y - 14} ink="var(--dl-ink-2)" size={13}>
              pressure due
            </Label>
          )}
        </g>
      )
    })}
  </Panel>
)

/** ∨ with its point at `y` where `high` is below zero, ∧ where it is above. */
const tip = (x: number, y: number, high: number, half = 6) =>
  joined([
    [x - half, y + high],
    [x, y],
    [x + half, y + high],
  ])

function PressureMark({ pressure, scale }: { pressure: Pressure; scale: SessionScale }) {
  const { systolic, diastolic, isPastPolicy } = pressure
  const [x, top, foot] = [scale.x(ms(pressure.at)), scale.pressure(systolic), scale.pressure(diastolic)]
  const ink = isPastPolicy ? 'var(--dl-st-defer)' : 'var(--dl-ink-pressure)'
  const width = isPastPolicy ? 2.8 : 2
  const stroke = { fill: 'none', stroke: ink, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  return (
    <g data-pressure={`${systolic}/${diastolic}`}>
      <g {...late(pressure)}>
        <Down x={x} from={top} to={foot} ink={ink} />
      </g>
      <path d={tip(round(x), round(top), -9)} {...stroke} />
      <path d={tip(round(x), round(foot), 9)} {...stroke} />
      {isLateEntry(pressure) && <LateMark x={x} y={foot + 22} />}
    </g>
  )
}

const late = (entry: Pressure) => (isLateEntry(entry) ? { strokeDasharray: '2 3', strokeOpacity: 0.7 } : { strokeOpacity: 0.28 })

/** An open foot under a value that was written down afterwards. */
const LateMark = ({ x, y }: { x: number; y: number }) => (
  <g data-late>
    <Label x={x} y={y} anchor="middle" ink="var(--dl-ink-2)" size={13}>
      late
    </Label>
  </g>
)

export const PulsePanel = ({ record, scale }: PanelProps) => (
  <Panel of="pulse" scale={scale} ticks={scale.pulse.ticks(2)}>
    {record.pulses.map(({ at, value }) => (
      <Spot key={ms(at)} x={scale.x(ms(at))} y={scale.pulse(value)} r={4} ink="var(--dl-ink-pulse)" data-pulse={value} />
    ))}
  </Panel>
)

type SpotProps = { x: number; y: number; r: number; ink: string }

const Spot = ({ x, y, r, ink, ...named }: SpotProps) => <circle {...named} cx={round(x)} cy={round(y)} r={r} fill={ink} />

/** Readings that a monitor sent one after another, broken at every gap; those that somebody typed stand alone. */
function runsOf({ gaps = [], saturations, saturationsBy }: SessionRecord): Reading[][] {
  const isIn = (at: number) => gaps.some((gap) => at >= ms(gap.from) && at <= ms(gap.to))
  const isBroken = (a: number, b: number) => gaps.some((gap) => a <= ms(gap.from) && b >= ms(gap.to))
  return saturations.reduce<Reading[][]>((all, reading) => {
    const at = ms(reading.at)
    if (isIn(at)) return all
    const run = all.at(-1)
    const before = run?.at(-1)
    if (run && before && saturationsBy === 'monitor' && !isBroken(ms(before.at), at)) run.push(reading)
    else all.push([reading])
    return all
  }, [])
}

/** The saturation: unjoined spots where somebody typed it, a line where a monitor sent it, nothing through a gap. */
export const SaturationPanel = ({ record, scale }: PanelProps) => (
  <Panel of="saturation" scale={scale} ticks={scale.saturation.ticks(3)}>
    <Hatch id="session-gap" />
    {runsOf(record).map((run) => (
      <Run key={run[0] ? ms(run[0].at) : 0} run={run} scale={scale} />
    ))}
    {(record.gaps ?? []).map((gap) => (
      <GapMark key={ms(gap.from)} gap={gap} scale={scale} />
    ))}
  </Panel>
)

function Run({ run, scale }: { run: readonly Reading[]; scale: SessionScale }) {
  const places = run.map(({ at, value }) => [scale.x(ms(at)), scale.saturation(value)] as const)
  const [[x, y] = [0, 0]] = places
  const ink = 'var(--dl-ink-sat)'
  if (run.length === 1) return <Spot x={x} y={y} r={3.4} ink={ink} data-saturation={run[0]?.value} />
  return <path d={joined(places)} fill="none" stroke={ink} strokeWidth="2" strokeLinejoin="round" data-run={run.length} />
}

function GapMark({ gap, scale }: { gap: Gap; scale: SessionScale }) {
  const [from, to] = [scale.x(ms(gap.from)), scale.x(ms(gap.to))]
  const [top, foot] = [scale.saturation(100), scale.saturation(90)]
  return (
    <g data-gap stroke="var(--dl-line-strong)">
      <Stretch from={from} to={Math.max(from + 3, to)} top={round(top)} foot={round(foot)} ink="url(#session-gap)" />
      <Label x={to + 8} y={foot - 6} ink="var(--dl-ink-2)" size={13}>
        {gap.reason}
      </Label>
    </g>
  )
}

/** A line of the clinic's own policy with what it asks for; its words stand on the future side. */
export function Policy({ policy, scale }: { policy: PolicyLine; scale: SessionScale }) {
  const y = scale[policy.panel](policy.value)
  return (
    <g data-policy={policy.value}>
      <Across y={y} from={scale.start} to={scale.end} ink="var(--dl-ink-policy)" width={1.4} dash="5 4" />
      <Label x={scale.end - 4} y={policy.side === 'above' ? y - 6 : y + 16} anchor="end" ink="var(--dl-ink-policy)" size={13}>
        policy: {policy.words}
      </Label>
    </g>
  )
}
