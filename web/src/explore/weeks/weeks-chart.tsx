import * as words from '@dripline/clinical/words/explore'
import { Bands, type FanPoint } from '../../charts/fan.tsx'
import { Across, Down, Label, Stretch } from '../../charts/marks.tsx'
import { useReader } from '../../data/reader.ts'
import { CHART_FOOT, CHART_LEFT, CHART_TOP, type Drawn, LinesChart } from '../lines-chart.tsx'
import type { Kind, WeeksNumbers } from './numbers.ts'
import { weeksBelow } from './pad.tsx'
import { named } from './parts.ts'

type ChartProps = { numbers: WeeksNumbers; kind: Kind; width: number; guess?: readonly number[] | null }
const [relief, plasma, guessed] = ['var(--dl-ink-relief)', 'var(--dl-ink-plasma)', 'var(--dl-ink-effect)']

/** What is left of the drug in the two days after the last infusion. */
export function DrugChart({ numbers: { hours, courses }, kind, width }: ChartProps) {
  const to = useReader()
  const last = hours.at(-1) ?? 0
  return (
    <LinesChart
      width={width}
      across={[0, last]}
      up={[0, 100]}
      ticks={[0, 50, 100]}
      below={[
        [0, words.weeksEnd(to)],
        [last / 2, words.weeksHours(to, { hours: last / 2 })],
        [last, words.weeksHours(to, { hours: last })],
      ]}
      lines={[{ name: 'drug', ink: plasma, points: hours.map((hour, i) => [hour, courses[kind].drug[i] ?? 0]) }]}
      over={(x, y) => (
        <Label x={x(last / 2)} y={y(12)} anchor="middle" weight={600} ink={plasma}>
          {words.weeksDrugGone(to)}
        </Label>
      )}
    />
  )
}

/** Weeks of relief with its doubt, the flat line of those it does not help no thinner, and what the reader has drawn. */
export function WeeksChart({ numbers, kind, width, guess }: ChartProps) {
  const to = useReader()
  const { days, courses, lastDay, worth, twenty } = numbers
  const points: FanPoint[] = courses[kind].relief.map(([p5, p25, median, p75, p95], i) => ({
    at: days[i] ?? 0,
    p5,
    p25,
    median,
    p75,
    p95,
  }))
  const { typical } = courses[kind].under
  const own: Drawn[] = guess
    ? [{ name: 'guess', ink: guessed, dash: '2 7', isStepped: true, points: guess.map((value, day) => [day, value]) }]
    : []
  return (
    <LinesChart
      width={width}
      across={[0, lastDay]}
      up={[0, 100]}
      ticks={[0, 50, 100]}
      below={weeksBelow(words.weeksEnd(to), (week) => words.alarmWeek(to, { week }))}
      lines={[{ name: 'relief', ink: relief, points: points.map(({ at, median }) => [at, median]) }, ...own]}
      under={(x, y) => (
        <>
          <Stretch
            from={x(0)}
            to={x(2)}
            top={CHART_TOP}
            foot={CHART_FOOT}
            ink="color-mix(in srgb, var(--dl-ink-plasma) 16%, transparent)"
          />
          <Bands points={points} x={x} y={y} ink={relief} />
          <Across y={y(worth)} from={CHART_LEFT} to={width - 10} ink="var(--dl-ink-2)" dash="2 5" width={1.6} />
        </>
      )}
      over={(x, y) => (
        <>
          {typical !== null && typical > 0 && (
            <Down x={x(typical)} from={y(worth)} to={CHART_FOOT} ink={relief} dash="4 4" width={1.6} />
          )}
          <Across y={y(0)} from={CHART_LEFT} to={width - 10} ink="var(--dl-ink)" width={3.4} data-flat />
          <Label x={width - 12} y={y(0) - 8} anchor="end" weight={650}>
            {words.weeksNone(to, { count: 20 - twenty.relief })}
          </Label>
          <Label x={width - 12} y={y(worth) - 6} anchor="end" ink="var(--dl-ink-2)">
            {words.weeksWorth(to, { of100: worth })}
          </Label>
          <Label
            x={x(lastDay)}
            y={y(92)}
            anchor="end"
            weight={650}
            ink={kind === 'hundred' ? 'var(--dl-st-exclude-text)' : relief}
          >
            {words.weeksOnCurve(to, named(kind))}
          </Label>
          {guess && (
            <Label x={x(lastDay)} y={y(80)} anchor="end" weight={600} ink={guessed}>
              {words.weeksYours(to)}
            </Label>
          )}
        </>
      )}
    />
  )
}
