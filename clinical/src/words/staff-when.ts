import { STAFF, type TimeParts, timeParts } from './format.ts'

type Parts = TimeParts

const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const WHOLE = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
} as const

export type TimeForm =
  | 'time'
  | 'day'
  | 'day and time'
  | 'full day'
  | 'full day and time'
  | 'public time'
  | 'public day'
  | 'public day and time'
  | 'short day'

const twelve = ({ hour, minute }: Parts) => {
  const h = Number(hour)
  return `${h % 12 || 12}:${minute} ${h < 12 ? 'am' : 'pm'}`
}
const longMonth = (month: string | undefined) => longMonths.find((name) => name.startsWith(month ?? '?')) ?? ''

/** How this clinic writes a day: Nov 23, or 23 Nov. */
export type DateOrder = 'month first' | 'day first'

const comma = (order: DateOrder) => (order === 'month first' ? ',' : '')
const shortDay = ({ day, month }: Parts, order: DateOrder) => (order === 'month first' ? `${month} ${day}` : `${day} ${month}`)
const weekdayAnd = (p: Parts, order: DateOrder) => `${p.weekday?.slice(0, 3)}${comma(order)} ${shortDay(p, order)}`
const withYear = (p: Parts, order: DateOrder) => `${weekdayAnd(p, order)}${comma(order)} ${p.year}`

const forms: Record<TimeForm, (parts: Parts, order: DateOrder) => string> = {
  time: (p) => `${p.hour}:${p.minute}`,
  'short day': shortDay,
  day: weekdayAnd,
  'day and time': (p, order) => `${weekdayAnd(p, order)}, ${p.hour}:${p.minute}`,
  'full day': withYear,
  'full day and time': (p, order) => `${withYear(p, order)}, ${p.hour}:${p.minute}`,
  'public time': twelve,
  'public day': (p) => `${p.weekday}, ${longMonth(p.month)} ${p.day}`,
  'public day and time': (p) => `${p.weekday}, ${longMonth(p.month)} ${p.day}, ${twelve(p)}`,
}

/** An instant in words, in a time zone. The same letters on the server and in every browser. */
export const sayTime = (at: Date | string, zone: string, form: TimeForm = 'time', order: DateOrder = 'month first') =>
  forms[form](timeParts(STAFF, at, zone, WHOLE), order)

/** A length of time: "43 min", "1 h 43 min", "4 h". Whole minutes, rounded down. */
export function saySpan(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** A calendar day (YYYY-MM-DD) in the clinic's own order: "Mar 14, 1974"; it has no time zone. */
export const sayDay = (date: string, order: DateOrder = 'month first'): string => {
  const [year, month = '', day = ''] = date.split('-')
  const parts = { day: String(Number(day)), month: longMonths[Number(month) - 1]?.slice(0, 3) ?? '' }
  return `${shortDay(parts, order)}${comma(order)} ${year}`
}
