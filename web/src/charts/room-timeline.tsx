import { useRoom } from './chart.tsx'
import { clock, fullHours, type Instant, ms } from './instant.ts'
import { Hatch, Label, Now, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'

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
          <line key={at} x1={round(x(at))} x2={round(x(at))} y1={12} y2={height - 12} stroke="var(--dl-grid)" />
        ))}
        {visit && <Bar visit={visit} x={x} now={now} middle={height / 2} zone={day.zone} />}
        <line x1={now} x2={now} y1={0} y2={height} stroke="var(--dl-accent)" strokeWidth="1.6" />
      </svg>
    </div>
  )
}

type BarProps = { visit: RoomVisit; x: (at: number) => number; now: number; middle: number; zone: string }

function Bar({ visit, x, now, middle, zone }: BarProps) {
  const [from, home] = [round(x(ms(visit.from))), round(x(ms(visit.home)))]
  const { infusion } = visit
  return (
    <g data-state={visit.state}>
      <rect
        x={from}
        y={middle - 4}
        width={Math.max(0, home - from)}
        height="8"
        rx="4"
        fill="var(--dl-sunk)"
        stroke="var(--dl-line)"
      />
      {infusion && (
        <Infusion
          from={round(x(ms(infusion.from)))}
          to={round(x(ms(infusion.to)))}
          visit={visit}
          x={x}
          now={now}
          middle={middle}
        />
      )}
      <Label x={home + 8} y={middle + 4.5} ink="var(--dl-ink-2)" size={13}>
        home {clock(visit.home, zone)}
      </Label>
    </g>
  )
}

type InfusionProps = Omit<BarProps, 'zone'> & { from: number; to: number }

function Infusion({ from, to, visit, x, now, middle }: InfusionProps) {
  const box = { y: middle - 13, height: 26, rx: 5 }
  const ink = visit.state === 'planned' ? 'var(--dl-ink-2)' : 'var(--dl-accent)'
  const stopped = visit.pausedSince ? round(x(ms(visit.pausedSince))) : now
  const done = visit.given.length > 0 ? Math.min(Math.max(stopped, from), to) : from
  const id = `pause-${Math.round(from)}-${Math.round(to)}`
  if (visit.state === 'recovering')
    return (
      <rect
        x={from}
        width={Math.max(0, to - from)}
        {...box}
        fill="color-mix(in srgb, var(--dl-accent) 40%, var(--dl-surface))"
        stroke="var(--dl-accent)"
        strokeWidth="1.6"
        data-part="given"
      />
    )
  return (
    <g>
      <rect
        x={from}
        width={Math.max(0, to - from)}
        {...box}
        fill="var(--dl-surface)"
        stroke={ink}
        strokeWidth="1.5"
        strokeDasharray="4 3"
        data-part="ordered"
      />
      {visit.given.map((run) => {
        const [start, end] = [round(x(ms(run.from))), run.to === null ? done : round(x(ms(run.to)))]
        return (
          <rect
            key={ms(run.from)}
            x={start}
            width={Math.max(0, end - start)}
            {...box}
            fill="color-mix(in srgb, var(--dl-accent) 86%, var(--dl-surface))"
            data-part="given"
          />
        )
      })}
      {visit.state === 'paused' && now > done && (
        <>
          <Hatch id={id} ink="var(--dl-ink-2)" />
          <rect x={done} width={Math.min(now, to) - done} y={box.y} height={box.height} fill={`url(#${id})`} data-part="paused" />
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
