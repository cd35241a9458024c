import { figure, withSign } from '@dripline/clinical'
import { Chart, type Twin } from './chart.tsx'
import { clock, fullHours, ms } from './instant.ts'
import { Down, Label, Now } from './marks.tsx'
import { Drugs, RatePanel, Scores } from './session-doses.tsx'
import { Policy, PressurePanel, PulsePanel, panels, SaturationPanel, Title } from './session-panels.tsx'
import { type Charted, isLateEntry, type SessionRecord } from './session-record.ts'
import { type SessionScale, sessionScale } from './session-scale.ts'

type SessionChartProps = { record: SessionRecord; caption?: string }

/** One infusion visit as staff know it from the anaesthetic chart: everything on one time axis, one scale to a panel. */
export const SessionChart = ({ record, caption }: SessionChartProps) => (
  <Chart
    label="The record of this infusion on one time axis"
    caption={caption}
    twin={twinOf(record)}
    width={820}
    least={700}
    pinned={(width) => <Pinned record={record} scale={sessionScale(record, width)} />}
    lookAt={record.now ? (ms(record.now) - ms(record.from)) / (ms(record.to) - ms(record.from)) : undefined}
  >
    {(width) => {
      const scale = sessionScale(record, width)
      const now = record.now ? ms(record.now) : null
      const nowX = now === null ? null : scale.x(now)
      return (
        <svg viewBox={`0 0 ${width} ${scale.height}`} aria-hidden="true">
          <Hours record={record} scale={scale} nowX={nowX} />
          <Drugs record={record} scale={scale} />
          <PressurePanel record={record} scale={scale} />
          <PulsePanel record={record} scale={scale} />
          <SaturationPanel record={record} scale={scale} />
          <RatePanel record={record} scale={scale} />
          {(record.policies ?? []).map((policy) => (
            <Policy key={`${policy.panel} ${policy.value}`} policy={policy} scale={scale} />
          ))}
          <Scores record={record} scale={scale} />
          <LastValues record={record} scale={scale} />
          {nowX !== null && now !== null && (
            <Now
              x={nowX}
              top={scale.tops.pressure - 22}
              bottom={scale.axisY - 16}
              tag={clock(now, record.zone)}
              tagY={scale.axisY}
            />
          )}
        </svg>
      )
    }}
  </Chart>
)

/** As wide as the longest of these words, and no figure of the axis under it; px. */
const wide = (...words: readonly string[]) => Math.max(...words.map(({ length }) => length)) * 6.8 + 6

/** What scrolls under a name is not read through it. */
const Ground = (place: { y: number; width: number; height: number }) => (
  <rect x={-4} {...place} rx={4} fill="var(--dl-surface)" fillOpacity={0.92} />
)

/** The names of the panels, which stay in sight while the record scrolls under them. */
const Pinned = ({ record, scale }: { record: SessionRecord; scale: SessionScale }) => (
  <svg viewBox={`0 0 130 ${scale.height}`} aria-hidden="true">
    {(['pressure', 'pulse', 'saturation', 'rate'] as const).map((panel) => (
      <g key={panel}>
        <Ground y={scale.tops[panel] - 10} width={wide(panels[panel].name, panels[panel].unit)} height={36} />
        <Title of={panel} scale={scale} bare />
      </g>
    ))}
    {record.scores.map(({ label }, i) => {
      const y = scale.scoreTop + i * scale.scoreStep
      return (
        <g key={label}>
          <Ground y={y - 14} width={wide(label)} height={28} />
          <Label x={0} y={y + 4} weight={650} bare>
            {label}
          </Label>
        </g>
      )
    })}
  </svg>
)

function Hours({ record, scale, nowX }: { record: SessionRecord; scale: SessionScale; nowX: number | null }) {
  return (
    <g>
      {fullHours(ms(record.from), ms(record.to), record.zone).map((at) => {
        const x = scale.x(at)
        const isUnderTag = nowX !== null && Math.abs(x - nowX) < 46
        return (
          <g key={at}>
            <Down x={x} from={scale.tops.pressure - 14} to={scale.axisY - 18} ink="var(--dl-grid)" />
            {!isUnderTag && (
              <Label x={x} y={scale.axisY} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
                {clock(at, record.zone)}
              </Label>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** The right edge: the last value of each panel and when it was. */
function LastValues({ record, scale }: { record: SessionRecord; scale: SessionScale }) {
  const { tops } = scale
  const [pressure, pulse, saturation] = [record.pressures.at(-1), record.pulses.at(-1), record.saturations.at(-1)]
  const rate = record.rates.at(-1)
  const at = (reading: Charted) => clock(reading.at, record.zone)
  const lines = [
    pressure && {
      y: scale.pressure(Math.min(pressure.systolic, 120)),
      big: `${pressure.systolic}/${pressure.diastolic}`,
      small: at(pressure),
    },
    pulse && { y: tops.pulse + 34, big: figure(pulse.value), small: at(pulse) },
    saturation && { y: tops.saturation + 22, big: figure(saturation.value), small: at(saturation) },
    rate && {
      y: tops.rate + 30,
      big: rate.to === null ? figure(rate.rateMgPerHour) : '0',
      small: `since ${at({ at: rate.to ?? rate.from })}`,
    },
  ].filter((line) => line !== undefined)
  return (
    <g data-last>
      {lines.map(({ y, big, small }) => (
        <g key={y}>
          <Label x={scale.end + 14} y={y} weight={650} size={19} bare>
            {big}
          </Label>
          <Label x={scale.end + 14} y={y + 17} ink="var(--dl-ink-2)" size={13} bare>
            {small}
          </Label>
        </g>
      ))}
    </g>
  )
}

type Row = { at: number; cells: [string, string, string] }

function twinOf(record: SessionRecord): Twin {
  const note = (entry: Charted) => (isLateEntry(entry) && entry.enteredAt ? `entered ${clock(entry.enteredAt, record.zone)}` : '')
  const row = (entry: Charted, what: string, value: string): Row => ({ at: ms(entry.at), cells: [what, value, note(entry)] })
  const rows: Row[] = [
    ...(record.drugs ?? []).map((d) => row(d, d.name, d.dose)),
    ...record.pressures.map((p) => row(p, 'Pressure, mmHg', `${p.systolic}/${p.diastolic}`)),
    ...record.pulses.map((p) => row(p, 'Pulse, per min', String(p.value))),
    ...record.saturations.map((s) => row(s, 'SpO₂, %', String(s.value))),
    ...(record.gaps ?? []).map((g) => row({ at: g.from }, 'SpO₂', g.reason)),
    ...record.rates.map((r) => row({ at: r.from }, 'Dose rate, mg/h', figure(r.rateMgPerHour))),
    ...record.scores.flatMap(({ label, values, isSigned }) =>
      values.map((v) => row(v, label, isSigned ? withSign(v.value) : figure(v.value))),
    ),
  ]
  return {
    caption: 'Everything charted, in order of time',
    head: ['time', 'what', 'value', 'note'],
    rows: rows.sort((a, b) => a.at - b.at).map(({ at, cells }) => [clock(at, record.zone), ...cells]),
  }
}
