import { claims } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/article'
import { course, infusion, models, relief, simulate, units } from '@dripline/engine'
import { area, line } from 'd3-shape'
import { Label } from '../../../charts/marks.tsx'
import { useReader } from '../../../data/reader.ts'
import { BothWidths } from './both-widths.tsx'
import styles from './scene.module.css'

const session = [infusion(100, units.hours(4))]
const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
const lastHours = 11 * 24 + 4
const [LAST, HIGH, FOOT, LEFT] = [40, 230, 200, 8]

type Drawn = {
  days: readonly number[]
  typical: readonly number[]
  low: readonly number[]
  high: readonly number[]
  hours: readonly number[]
  plasma: readonly number[]
}
let kept: Drawn | undefined

/** The engine’s own output, worked out once: ten days of 100 mg in a typical responder of 70 kg, with the paper’s own doubt. */
function drawn(): Drawn {
  if (kept) return kept
  const disposition = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const regimen = course(session, weekdays.map(units.days))
  const days = Array.from({ length: 2 * LAST }, (_, i) => 0.01 + i / 2)
  const { responder } = relief({ disposition, regimen, days, sFraction: 0.5 })
  const hours = Array.from({ length: (LAST * 24) / 4 }, (_, i) => i * 4 + 0.01)
  const plasma = [...simulate(disposition, regimen, hours.map(units.hours))]
  const most = Math.max(...plasma)
  kept = {
    days,
    typical: [...responder.relief],
    low: [...responder.band.p5],
    high: [...responder.band.p95],
    hours,
    plasma: plasma.map((each) => each / most),
  }
  return kept
}

/** Hours of drug against weeks of relief, with the flat line of those it does not help drawn as heavily. */
export function WeeksScene() {
  const to = useReader()
  const [atEnd, below] = claims.find(({ id }) => id === 'ten-days-modelled')?.estimates ?? []
  const label = words.weeksLabel(to, { atEnd: atEnd?.value ?? 0, below: below?.value ?? 0 })
  return (
    <figure className={styles.scene}>
      <BothWidths label={label}>{(width) => <Drawing width={width} />}</BothWidths>
      <figcaption>{words.weeksKey(to)}</figcaption>
    </figure>
  )
}

function Drawing({ width }: { width: number }) {
  const to = useReader()
  const { days, typical, low, high, hours, plasma } = drawn()
  const x = (day: number) => LEFT + (day / LAST) * (width - LEFT - 8)
  const y = (share: number) => FOOT - share * (FOOT - 24)
  const places = days.map((_, i) => i)
  const band = area<number>()
    .x((i) => x(days[i] ?? 0))
    .y0((i) => y(low[i] ?? 0))
    .y1((i) => y(high[i] ?? 0))
  const relieved = line<number>()
    .x((_, i) => x(days[i] ?? 0))
    .y(y)
  const drug = line<number>()
    .x((_, i) => x((hours[i] ?? 0) / 24))
    .y((share) => y(share * 0.3))
  const ends = lastHours / 24
  return (
    <svg viewBox={`0 0 ${width} ${HIGH}`} className={styles.weeks} aria-hidden="true">
      <path d={band(places) ?? ''} fill="var(--dl-ink-relief)" opacity={0.18} />
      <path d={drug(plasma) ?? ''} fill="none" stroke="var(--dl-ink-plasma)" strokeWidth={1.25} />
      <path d={relieved(typical) ?? ''} fill="none" stroke="var(--dl-ink-relief)" strokeWidth={3} />
      <path d={`M${x(0)} ${FOOT}H${x(LAST)}`} stroke="var(--dl-ink)" strokeWidth={3} />
      {[0, ends, ends + 7, ends + 14, ends + 21, ends + 28].map((day) => (
        <path key={day} d={`M${x(day)} ${FOOT + 3}v6`} stroke="var(--dl-line-strong)" />
      ))}
      <Label x={x(ends + 2)} y={y(high[Math.round(2 * ends)] ?? 0) - 10} weight={600} ink="var(--dl-ink-relief)" bare>
        {words.weeksRelief(to)}
      </Label>
      <Label x={x(LAST)} y={FOOT - 8} anchor="end" weight={600} bare>
        {words.weeksFlat(to)}
      </Label>
      <Label x={x(0)} y={16} ink="var(--dl-ink-plasma)" bare>
        {words.weeksDrug(to)}
      </Label>
      <Label x={x(0)} y={HIGH - 4} bare>
        {words.weeksDay(to, { day: 1 })}
      </Label>
      <Label x={x(ends)} y={HIGH - 4} anchor="middle" bare>
        {words.weeksDay(to, { day: 12 })}
      </Label>
      <Label x={x(LAST)} y={HIGH - 4} anchor="end" bare>
        {words.weeksDay(to, { day: LAST })}
      </Label>
    </svg>
  )
}
