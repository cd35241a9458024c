import { sayTime } from '../ui/when.ts'

/** An instant as records carry it: ISO text, ms or a Date. */
export type Instant = string | number | Date

export const ms = (at: Instant): number => (typeof at === 'number' ? at : new Date(at).getTime())

/** `10:48` on the clinic's clock. */
export const clock = (at: Instant, zone: string) => sayTime(new Date(ms(at)), zone, 'time')

const hourMs = 3_600_000

/** The full hours between two instants. Every zone we serve stands at a whole or half hour from UTC; halves fall on the half. */
export function fullHours(from: number, to: number, zone: string): number[] {
  const minute = Number(clock(from, zone).slice(3))
  const first = from + ((60 - minute) % 60) * 60_000 - (from % 60_000)
  const hours: number[] = []
  for (let at = first; at <= to; at += hourMs) hours.push(at)
  return hours
}
