import type { SVGProps } from 'react'
import { useRoom } from './chart.tsx'
import { clock, fullHours, type Instant, ms } from './instant.ts'
import { Down, Hatch, Label, Now, round } from './marks.tsx'
import { type Place, scaleLinear } from './scale.ts'

/** The one time axis of the room: the clinic's day. */
export type RoomDay = { from: Instant; to: Instant; now: Instant; zone: string }

export type RoomVisit = {
  /** The whole visit, from arrival to home. */
  from: Instant
  home: Instant
  /** The infusion, as given so far and as ordered from now on. */
  infusion: { from: Instant; to: Instant } | null
  state: 'running' | 'paused' | 'recovering' | 'waiting' | 'planned'
  pausedSince?: Instant
  /** When the pump gave, from the log; `to` is null while it runs. Nothing else is drawn as given. */
  given: readonly { from: Instant; to: Instant | null }[]
}

const wide = 480

const scaleOf = (day: RoomDay, width: number) => scaleLinear([ms(day.from), ms(day.to)], [22, width - 22])

/** The head of the column: the hours, and the present in its tag. */
export function RoomAxis({ day }: { day: RoomDay }) {
  const { ref, room } = useRoom(wide)
  const x = scaleOf(day, room)
  const now = x(ms(day.now))
  const step = room < 420 ? 2 : 1
  return (
    <div ref={ref}>
      <svg viewBox={`0 0 ${room} 30`} width="100%" style={{ display: 'block', overflow: 'visible' }} aria-hidden="true">
        {fullHours(ms(day.from), ms(day.to), day.zone)
          .filter((at, i) => i % step === 0 && Math.abs(x(at) - now) >= 46)
          .map((at) => (
            <Label key={at} x={x(at)} y={20} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
              {clock(at, day.zone)}
            </Label>
          ))}
        <Now x={now} top={28} bottom={30} tag={clock(day.now, day.zone)} tagY={20} />
      </svg>
    </div>
  )
}

type RoomBarProps = { day: RoomDay; visit: RoomVisit | null; height?: number /** Says whose bar it is. */; name: string }

/** One chair's visit: the stay as a rail, the infusion as a bar, filled as far as it has been given. */
export function RoomBar({ day, visit, height = 78, name }: RoomBarProps) {
  const { ref, room } = useRoom(wide)
  const x = scaleOf(day, room)
  const now = round(x(ms(day.now)))
  return (
    <div ref={ref} style={{ height }}>
      <svg
        viewBox={`0 0 ${room} ${height}`}
        width="100%"
        height={height}
        style={{ display: 'block', overflow: 'visible' }}
        role="img"
        aria-label={sentence(day, visit, name)}
      >
        <title>{sentence(day, visit, name)}</title>
        {fullHours(ms(day.from), ms(day.to), day.zone).map((at) => (
          <Down key={at} x={x(at)} from={12} to={height - 12} ink="var(--dl-grid)" />
        ))}
        {visit && <Bar visit={visit} x={x} now={now} middle={height / 2} zone={day.zone} />}
        <Down x={now} from={0} to={height} ink="var(--dl-accent)" width={1.6} />
      </svg>
    </div>
  )
}

type BarProps = { visit: RoomVisit; x: Place; now: number; middle: number; zone: string }

function Bar({ visit, x, now, middle, zone }: BarProps) {
  const [from, home] = [x(ms(visit.from)), x(ms(visit.home))]
  return (
    <g data-state={visit.state}>
      <Part from={from} to={home} y={middle - 4} height={8} fill="var(--dl-sunk)" stroke="var(--dl-line)" />
      {visit.infusion && <Infusion infusion={visit.infusion} visit={visit} x={x} now={now} y={middle - 13} />}
      <Label x={home + 8} y={middle + 4.5} ink="var(--dl-ink-2)" size={13}>
        home {clock(visit.home, zone)}
      </Label>
    </g>
  )
}

type PartProps = SVGProps<SVGRectElement> & { from: number; to: number }

/** A part of a bar between two places of the axis. */
const Part = ({ from, to, height = 26, ...drawn }: PartProps) => (
  <rect x={round(from)} width={Math.max(0, round(to) - round(from))} height={height} rx={height === 8 ? 4 : 5} {...drawn} />
)

const shade = (share: number) => `color-mix(in srgb, var(--dl-accent) ${share}%, var(--dl-surface))`

type InfusionProps = Pick<BarProps, 'visit' | 'x' | 'now'> & { infusion: NonNullable<RoomVisit['infusion']>; y: number }

function Infusion({ infusion, visit, x, now, y }: InfusionProps) {
  const [from, to] = [x(ms(infusion.from)), x(ms(infusion.to))]
  if (visit.state === 'recovering')
    return <Part from={from} to={to} y={y} fill={shade(40)} stroke="var(--dl-accent)" strokeWidth="1.6" data-part="given" />
  const stopped = visit.pausedSince ? x(ms(visit.pausedSince)) : now
  const done = visit.given.length > 0 ? Math.min(Math.max(stopped, from), to) : from
  const ink = visit.state === 'planned' ? 'var(--dl-ink-2)' : 'var(--dl-accent)'
  const ordered = { fill: 'var(--dl-surface)', stroke: ink, strokeWidth: 1.5, strokeDasharray: '4 3' }
  const id = `pause-${Math.round(from)}-${Math.round(to)}`
  return (
    <g>
      <Part from={from} to={to} y={y} {...ordered} data-part="ordered" />
      {visit.given.map((run) => {
        const end = run.to === null ? done : x(ms(run.to))
        return <Part key={ms(run.from)} from={x(ms(run.from))} to={end} y={y} fill={shade(86)} data-part="given" />
      })}
      {visit.state === 'paused' && now > done && (
        <>
          <Hatch id={id} ink="var(--dl-ink-2)" />
          <Part from={done} to={Math.min(now, to)} y={y} rx={0} fill={`url(#${id})`} data-part="paused" />
        </>
      )}
    </g>
  )
}

function sentence(day: RoomDay, visit: RoomVisit | null, name: string): string {
  if (!visit) return `${name}: no visit`
  const at = (instant: Instant) => clock(instant, day.zone)
  const drip = visit.infusion ? `, infusion ${at(visit.infusion.from)} to ${at(visit.infusion.to)}` : ''
  const pause = visit.pausedSince ? `, paused ${at(visit.pausedSince)}` : ''
  return `${name}: ${visit.state}, here from ${at(visit.from)}${drip}${pause}, home ${at(visit.home)}`
}
