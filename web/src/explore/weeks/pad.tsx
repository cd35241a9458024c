import * as words from '@dripline/clinical/words/explore'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useRoom } from '../../charts/chart.tsx'
import { Across, Label } from '../../charts/marks.tsx'
import { useReader } from '../../data/reader.ts'
import { CHART_FOOT, CHART_LEFT, CHART_TOP, type Drawn, LinesChart } from '../lines-chart.tsx'
import { drawnTo, type Guess, setFrom } from './guess.ts'
import styles from './pad.module.css'

type PadProps = { guess: Guess; worth: number; onDraw: (guess: Guess) => void }

const KEY_STEP = 5
const between = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))

/** Where a reader draws, by finger, pen or mouse; by keys a day to the side and five of a hundred up or down. */
export function Pad({ guess, worth, onDraw }: PadProps) {
  const to = useReader()
  const { ref, room } = useRoom(680)
  const lastDay = guess.length - 1
  const [day, setDay] = useState(0)
  const pen = useRef<number | null>(null)
  const line = useRef(guess)
  line.current = guess
  const drawAt = (event: PointerEvent<HTMLElement>) => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const scale = room / width
    const at = between((((event.clientX - left) * scale - CHART_LEFT) / (room - 10 - CHART_LEFT)) * lastDay, lastDay)
    const value = between(((CHART_FOOT - (event.clientY - top) * scale) / (CHART_FOOT - CHART_TOP)) * 100, 100)
    line.current = drawnTo(line.current, pen.current, at, value)
    pen.current = at
    setDay(at)
    onDraw(line.current)
  }
  const value = guess[day] ?? null
  const onKey = (event: KeyboardEvent) => {
    const side = { ArrowLeft: -1, ArrowRight: 1, PageDown: -7, PageUp: 7 }[event.key]
    const up = { ArrowUp: KEY_STEP, ArrowDown: -KEY_STEP }[event.key]
    if (side === undefined && up === undefined) return
    event.preventDefault()
    if (side !== undefined) setDay(between(day + side, lastDay))
    if (up !== undefined) onDraw(setFrom(guess, day, value === null ? 50 : between(value + up, 100)))
  }
  return (
    <div
      ref={ref}
      className={styles.pad}
      role="slider"
      tabIndex={0}
      aria-label={words.weeksDraw(to)}
      aria-describedby="weeks-keys"
      aria-valuemin={0}
      aria-valuemax={lastDay}
      aria-valuenow={day}
      aria-valuetext={value === null ? words.weeksNotDrawn(to, { day }) : words.weeksDrawn(to, { day, of100: value })}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pen.current = null
        drawAt(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drawAt(event)
      }}
    >
      <GuessChart guess={guess} worth={worth} day={day} width={room} />
    </div>
  )
}

function GuessChart({ guess, worth, day, width }: Omit<PadProps, 'onDraw'> & { day: number; width: number }) {
  const to = useReader()
  const lastDay = guess.length - 1
  const lines = stretchesOf(guess)
  const value = guess[day]
  return (
    <LinesChart
      width={width}
      across={[0, lastDay]}
      up={[0, 100]}
      ticks={[0, 50, 100]}
      below={weeksBelow(words.weeksEnd(to), (week) => words.alarmWeek(to, { week }))}
      lines={lines}
      under={(_, y) => (
        <>
          <Across y={y(worth)} from={CHART_LEFT} to={width - 10} ink="var(--dl-ink-2)" dash="2 5" width={1.6} />
          <Label x={CHART_LEFT + 8} y={y(worth) + 18} ink="var(--dl-ink-2)" bare>
            {words.weeksWorth(to, { of100: worth })}
          </Label>
        </>
      )}
      over={(x, y) => (
        <g data-pen>
          <circle cx={x(day)} cy={y(value ?? 50)} r="16" fill="var(--dl-ink-effect)" opacity="0.2" />
          <circle cx={x(day)} cy={y(value ?? 50)} r="7" fill="var(--dl-ink-effect)" />
          {lines.length === 0 && (
            <Label x={x(lastDay / 2)} y={y(72)} anchor="middle" ink="var(--dl-ink-effect)" weight={600} size={15} bare>
              {words.weeksDrawHere(to)}
            </Label>
          )}
        </g>
      )}
    />
  )
}

/** The weeks under an axis of days. */
export const weeksBelow = (end: string, say: (week: number) => string): readonly (readonly [number, string])[] =>
  [0, 4, 8, 12].map((week) => [week * 7, week === 0 ? end : week === 12 ? say(week) : `${week}`])

/** What is drawn of a line, in pieces where days are left out. */
const stretchesOf = (guess: Guess): Drawn[] => {
  const pieces: [number, number][][] = []
  guess.forEach((value, day) => {
    if (value === null) return
    if (day > 0 && guess[day - 1] !== null) pieces.at(-1)?.push([day, value])
    else pieces.push([[day, value]])
  })
  return pieces.map((points) => ({ name: `guess-${points[0]?.[0]}`, ink: 'var(--dl-ink-effect)', points, isStepped: true }))
}
