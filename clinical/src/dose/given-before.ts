import { Temporal } from 'temporal-polyfill'
import type { InfusionBefore } from '../visit/gate.ts'

const hourMs = 3_600_000

type Asked = {
  /** Which session of its course the order is for, and how many are still to come with it. */
  number: number
  toCome: number
  /** ISO instant at which the visit begins; null while no time is chosen. */
  start: string | null
  /** Hours from the planned end of the session before, where there is one. */
  plannedHours: number | null
  now: string
  zone: string
}

/** What the record says of a person before a dose: whether it is the first, hours since the last, how many in twelve months with these. */
export type DoseHistory = { isFirstDose: boolean; hoursSinceLastDose: number | null; infusionsInYear: number }

/** Reads what was given under any plan; what is planned counts where it is nearer. */
export function doseHistory(
  before: readonly InfusionBefore[],
  { number, toCome, start, plannedHours, now, zone }: Asked,
): DoseHistory {
  const ends = before.map(({ endedAt }) => Date.parse(endedAt ?? now))
  const givenHours = ends.length > 0 && start !== null ? (Date.parse(start) - Math.max(...ends)) / hourMs : null
  const known = [givenHours, plannedHours].filter((hours) => hours !== null)
  const from = Temporal.Instant.from(now).toZonedDateTimeISO(zone).subtract({ years: 1 }).epochMilliseconds
  return {
    isFirstDose: before.length === 0 && number === 1,
    hoursSinceLastDose: known.length > 0 ? Math.min(...known) : null,
    infusionsInYear: before.filter(({ startedAt }) => Date.parse(startedAt) >= from).length + toCome,
  }
}
