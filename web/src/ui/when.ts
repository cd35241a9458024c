type Part = Intl.DateTimeFormatPartTypes
type Parts = Partial<Record<Part, string>>

const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string) {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

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

function partsOf(at: Date, zone: string): Parts {
  return Object.fromEntries(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
}

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

// Staff pages are written in the browser alone, where there is one clinic; the server's own pages write the public forms.
let dateOrder: DateOrder = 'month first'

/** From now on days are written in the clinic's own order; called once, in the browser, before anything is drawn. */
export const writeDates = (order: DateOrder): void => {
  dateOrder = order
}

const shortDay = ({ day, month }: Parts) => (dateOrder === 'month first' ? `${month} ${day}` : `${day} ${month}`)
const weekdayAnd = (p: Parts) => `${p.weekday?.slice(0, 3)}${dateOrder === 'month first' ? ',' : ''} ${shortDay(p)}`
const withYear = (p: Parts) => `${weekdayAnd(p)}${dateOrder === 'month first' ? ',' : ''} ${p.year}`

const forms: Record<TimeForm, (parts: Parts) => string> = {
  time: (p) => `${p.hour}:${p.minute}`,
  'short day': shortDay,
  day: weekdayAnd,
  'day and time': (p) => `${weekdayAnd(p)}, ${p.hour}:${p.minute}`,
  'full day': withYear,
  'full day and time': (p) => `${withYear(p)}, ${p.hour}:${p.minute}`,
  'public time': twelve,
  'public day': (p) => `${p.weekday}, ${longMonth(p.month)} ${p.day}`,
  'public day and time': (p) => `${p.weekday}, ${longMonth(p.month)} ${p.day}, ${twelve(p)}`,
}

/** An instant in words, in a time zone. The same letters on the server and in every browser. */
export const sayTime = (at: Date | string, zone: string, form: TimeForm = 'time') => forms[form](partsOf(new Date(at), zone))

/** A length of time: "43 min", "1 h 43 min", "4 h". Whole minutes, rounded down. */
export function saySpan(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** A calendar day (YYYY-MM-DD) in the clinic's own order: "Mar 14, 1974"; it has no time zone. */
export const sayDay = (date: string): string => {
  const [year, month = '', day = ''] = date.split('-')
  const parts = { day: String(Number(day)), month: longMonths[Number(month) - 1]?.slice(0, 3) ?? '' }
  return `${shortDay(parts)}${dateOrder === 'month first' ? ',' : ''} ${year}`
}
