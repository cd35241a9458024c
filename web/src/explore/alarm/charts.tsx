import * as words from '@dripline/clinical/words/explore'
import { Down, Label, Stretch } from '../../charts/marks.tsx'
import { useReader } from '../../data/reader.ts'
import { CHART_FOOT, CHART_TOP, LinesChart } from '../lines-chart.tsx'
import type { AlarmNumbers } from './numbers.ts'

type ChartProps = { numbers: AlarmNumbers; place: number; width: number }
const [calmInk, stuckInk, ink] = ['var(--dl-ink)', 'var(--dl-ink-effect)', 'var(--dl-ink-2)']

/** Gates that let current in over the strength of the signal, in a calm nerve and after months. */
export function CorkChart({ numbers: { calm, stuck }, place, width }: ChartProps) {
  const to = useReader()
  const [calmHere, stuckHere] = [calm[place] ?? 0, stuck[place] ?? 0]
  const pointsOf = (values: readonly number[]) => values.map((value, i) => [i, value] as const)
  const [isEarly, isLate] = [place < 3, place > 6]
  return (
    <LinesChart
      width={width}
      across={[0, calm.length - 1]}
      up={[0, 75]}
      ticks={[0, 25, 50, 75]}
      below={[
        [0, words.alarmTouch(to)],
        [calm.length - 1, words.alarmInjury(to)],
      ]}
      lines={[
        { name: 'calm', ink: calmInk, points: pointsOf(calm) },
        { name: 'stuck', ink: stuckInk, points: pointsOf(stuck) },
      ]}
      over={(x, y) => (
        <>
          <Down x={x(place)} from={CHART_TOP} to={CHART_FOOT} ink="var(--dl-accent)" dash="4 4" width={1.6} />
          <circle cx={x(place)} cy={y(calmHere)} r="5.5" fill={calmInk} />
          <circle cx={x(place)} cy={y(stuckHere)} r="5.5" fill={stuckInk} />
          <Label x={x(place) + (isLate ? -4 : 10)} y={y(calmHere) + 22} anchor={isLate ? 'end' : 'start'} weight={600}>
            {words.alarmCalmAt(to, { count: Math.round(calmHere) })}
          </Label>
          <Label
            x={x(place) - (isEarly ? -4 : 10)}
            y={y(stuckHere) - 12}
            anchor={isEarly ? 'start' : 'end'}
            weight={600}
            ink={stuckInk}
          >
            {words.alarmStuckAt(to, { count: Math.round(stuckHere) })}
          </Label>
        </>
      )}
    />
  )
}

/** Weeks of the signal and weeks after it: how far the relay is changed. */
export function CourseChart({ numbers: { days, courses, signalWeeks }, place, width }: ChartProps) {
  const to = useReader()
  const stuck = courses[place]?.stuck ?? []
  const last = days.at(-1) ?? 0
  const stop = 7 * signalWeeks
  return (
    <LinesChart
      width={width}
      across={[0, last]}
      up={[0, 75]}
      ticks={[0, 25, 50, 75]}
      below={[0, 4, 8, 12].map((week) => [week * 7, week === 12 ? words.alarmWeek(to, { week }) : `${week}`])}
      lines={[{ name: 'stuck', ink: stuckInk, points: days.map((day, i) => [day, stuck[i] ?? 0]) }]}
      under={(x) => <Stretch from={x(0)} to={x(stop)} top={CHART_TOP} foot={CHART_FOOT} />}
      over={(x) => (
        <>
          <Label x={x(stop) - 8} y={CHART_TOP + 16} anchor="end" ink={ink} bare>
            {words.alarmSignalOn(to)}
          </Label>
          <Label x={x(stop) + 8} y={CHART_TOP + 16} weight={600} ink={stuckInk}>
            {words.alarmSignalOff(to)}
          </Label>
        </>
      )}
    />
  )
}

/** A steady opioid: less and less of the pain is gone, and a stop leaves more than before. */
export function OpioidChart({ numbers: { opioid }, width }: Omit<ChartProps, 'place'>) {
  const to = useReader()
  const { from, to: stop, days, pain } = opioid
  const last = days.at(-1) ?? 0
  return (
    <LinesChart
      width={width}
      across={[0, last]}
      up={[0, 150]}
      ticks={[0, 50, 100, 150]}
      below={[
        [0, words.alarmDay(to, { day: 0 })],
        [last / 2, `${last / 2}`],
        [last, words.alarmDay(to, { day: last })],
      ]}
      lines={[{ name: 'pain', ink: calmInk, points: days.map((day, i) => [day, pain[i] ?? 0]), isStepped: true }]}
      under={(x) => <Stretch from={x(from)} to={x(stop)} top={CHART_TOP} foot={CHART_FOOT} />}
      over={(x, y) => (
        <>
          <Label x={(x(from) + x(stop)) / 2} y={CHART_FOOT - 10} anchor="middle" ink={ink} bare>
            {words.alarmPill(to)}
          </Label>
          <Label x={x(from) + 12} y={y(54)} weight={600}>
            {words.alarmPillFirst(to)}
          </Label>
          <Label x={x(last)} y={y(142)} anchor="end" weight={600} ink={stuckInk}>
            {words.alarmPillAfter(to)}
          </Label>
        </>
      )}
    />
  )
}
