import { beginningOf, dateOf } from '../calendar/local-day.ts'
import type { GateFacts } from '../visit/gate.ts'
import { latestReadings } from '../visit/infusion-latest.ts'
import type { FoldedSession } from '../visit/infusion-words.ts'
import type { ChartEntry, ChartKey } from './chart.ts'

/** One fact with when it was true and who entered it; null where nobody is known. */
export type Fact<T = string | number> = { value: T; at: string; by: string | null }

type Store = Pick<GateFacts, 'visit' | 'chart'>

/** The newest value of a sign as of an instant, from the log or the chart, whichever is later. */
export function latestSign(
  { visit, chart }: Store,
  sign: 'pulse' | 'spo2' | 'sedation' | 'systolic' | 'diastolic',
  asOf: string,
) {
  const charted = latestReadings(visit, asOf)[sign]
  const answered = sign in chart ? chart[sign as 'systolic' | 'diastolic'] : undefined
  const isNewer = answered !== undefined && isBy(answered.at, asOf) && (charted === null || !isBy(answered.at, charted.at))
  return isNewer ? asFact(answered) : charted
}

/** The newest answer of a key as of an instant; null when there is none or it is not sure. */
export function answerTo({ chart }: Pick<GateFacts, 'chart'>, key: ChartKey, asOf: string): Fact | null {
  const entry = chart[key]
  return entry === undefined || entry.value === 'not-sure' || !isBy(entry.at, asOf) ? null : asFact<string | number>(entry)
}

const asFact = <T extends string | number>({ value, at, by }: ChartEntry<T>): Fact<T> => ({ value, at, by: by ?? null })

export type Pressure = { systolic: number | null; diastolic: number | null; at: string; by: string | null }

/** Every blood pressure of the day, oldest first, from log and chart. Half a reading is one: it can stand in the way, it can clear nothing. */
export function pressuresToday({ visit, chart }: Store, asOf: string, zone: string): Pressure[] {
  const from = dayBegan(asOf, zone)
  const found: Pressure[] = visit.entries.flatMap(({ event }) => {
    const signs = event.kind === 'checked-in' ? event.vitals : event.kind === 'vitals' ? event : null
    const isRead = signs !== null && (signs.systolic !== null || signs.diastolic !== null)
    return isRead ? [{ systolic: signs.systolic, diastolic: signs.diastolic, at: event.at, by: event.by }] : []
  })
  const { systolic, diastolic } = chart
  if (systolic && diastolic && systolic.at === diastolic.at && !found.some(({ at }) => at === systolic.at))
    found.push({ systolic: systolic.value, diastolic: diastolic.value, at: systolic.at, by: systolic.by ?? null })
  return found.filter(({ at }) => isBy(at, asOf) && isBy(from, at)).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/** The instant at which the clinic's day of an instant began. */
export const dayBegan = (asOf: string, zone: string): string => beginningOf(dateOf(asOf, zone), zone)

/** Whether one instant is not after another. */
export const isBy = (at: string, asOf: string): boolean => Date.parse(at) <= Date.parse(asOf)

/** Minutes from an instant to another. */
export const minutesFrom = (at: string, asOf: string): number => (Date.parse(asOf) - Date.parse(at)) / 60_000

/** Whether something was seen at or after the stop. */
export const isAfterStop = ({ stoppedAt }: Pick<FoldedSession, 'stoppedAt'>, at: string): boolean =>
  stoppedAt !== null && Date.parse(at) >= Date.parse(stoppedAt)
