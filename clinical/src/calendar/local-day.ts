import { Temporal } from 'temporal-polyfill'

/** Whole days from one local date to another, below zero when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/** The local date so many days later. */
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** The local date that an instant (ISO) falls on in a zone. */
export const dateOf = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The ISO instant at which a local day begins: midnight, or the first moment that the clock shows. */
export const beginningOf = (date: string, zone: string): string => iso(Temporal.PlainDate.from(date).toZonedDateTime(zone))

/** The ISO instant of a full hour on a local day; where the clock jumps over it, just after the jump. */
export const hourOn = (date: string, hour: number, zone: string): string =>
  iso(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour } }))

const iso = ({ epochMilliseconds }: Temporal.ZonedDateTime) => new Date(epochMilliseconds).toISOString()
