import { Temporal } from 'temporal-polyfill'

/** An instant as a `datetime-local` field shows it, on the clinic's wall. */
export const wallTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The instant of what such a field holds; null while it is not a time. */
export const atClinic = (text: string, zone: string): string | null => {
  try {
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds).toISOString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
