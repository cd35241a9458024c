import { addDays, beginningOf, dateOf, daysBetween, hourOn } from './local-day.ts'
import type { Indication } from './question.ts'

/** When we ask, by kind; days from day 0, from the session, or before the first session. Hours are the patient's wall clock. */
export const followUpPlan = {
  days: [1, 3, 7, 14, 21, 28, 42, 56, 70, 90],
  afterSession: [1, 3],
  dailyPainBefore: 7,
  phq9Days: [7, 14, 28, 42, 56, 70, 90],
  globalChangeDays: [3, 7, 28, 90],
  hour: 9,
  remindAfterDays: [0, 1, 3],
  staffAfterDays: 3,
  closesItselfAfterDays: 14,
  source: 'clinical reference 9.6',
  basis: 'proposed',
} as const

export type AskKind = 'daily pain' | 'after session' | 'follow-up' | 'phq-9'

/** One thing asked on one local day. Instants are ISO; `day` counts from day 0, the session or (below zero) the first session. */
export type Ask = {
  kind: AskKind
  day: number
  date: string
  sessionId: string | null
  /** Questionnaires, by id. */
  asks: readonly string[]
  /** Staff ask and enter it, not the patient's link. */
  byStaff: boolean
  dueAt: string
  /** An answer from here on belongs to this day … */
  opensAt: string
  /** … and until here. */
  closesAt: string
  /** Unanswered, it goes to the staff's list now. */
  staffAt: string
}

export type GivenSession = { sessionId: string; date: string }

export type FollowUpOf = {
  indication: Indication
  /** The patient's own. */
  zone: string
  /** Local date of the first session, planned or given. */
  firstSession: string
  /** Sessions given so far. */
  given: readonly GivenSession[]
  dayZero: string | null
}

/** Everything asked over one course, in order; where two fall on one day the patient is asked once. */
export function asksOf({ indication, zone, firstSession, given, dayZero }: FollowUpOf): Ask[] {
  const before = indication === 'pain' ? dailyPain(firstSession, zone) : []
  const after = dayZero === null ? [] : followUpPlan.days.map((day) => followUp(indication, zone, dayZero, day))
  const staff = dayZero === null || indication === 'pain' ? [] : followUpPlan.phq9Days.map((day) => phq9(zone, dayZero, day))
  const taken = new Set([...before, ...after].map(({ date }) => date))
  const sessions = afterSessions(indication, zone, given).filter(({ date }) => !taken.has(date))
  return [...before, ...sessions, ...after, ...staff].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

/** Days on either side that still belong to a follow-up day. */
export const windowDays = (day: number): number => (day <= 7 ? 1 : day <= 28 ? 3 : 7)

/** An answer may be corrected until the patient's midnight of the day on which it was first given. */
export const correctableUntil = (answeredAt: string, zone: string): string =>
  beginningOf(addDays(dateOf(answeredAt, zone), 1), zone)

/** Instants of the reminders; the first is the question itself. */
export const remindersOf = ({ date }: Pick<Ask, 'date'>, zone: string): string[] =>
  followUpPlan.remindAfterDays.map((days) => hourOn(addDays(date, days), followUpPlan.hour, zone))

/** Unanswered and more than three days old: somebody calls. Nothing is chased before the course or once it was answered. */
export const needsStaff = ({ kind, staffAt }: Ask, isAnswered: boolean, now: string): boolean =>
  kind !== 'daily pain' && !isAnswered && Date.parse(now) >= Date.parse(staffAt)

export type DayZero = { date: string; cause: 'last session' | 'closed' | 'fourteen days' }

/** Day 0 of a course: the day of the last session given, once it is known to be the last. Null until then, and without any session. */
export function dayZeroOf(
  course: { plannedSessions: number; given: readonly GivenSession[]; isClosed: boolean; zone: string },
  now: string,
): DayZero | null {
  const date = course.given
    .map((session) => session.date)
    .sort()
    .at(-1)
  if (date === undefined) return null
  if (course.given.length >= course.plannedSessions) return { date, cause: 'last session' }
  if (course.isClosed) return { date, cause: 'closed' }
  const isLong = daysBetween(date, dateOf(now, course.zone)) >= followUpPlan.closesItselfAfterDays
  return isLong ? { date, cause: 'fourteen days' } : null
}

function dailyPain(firstSession: string, zone: string): Ask[] {
  const days = Array.from({ length: followUpPlan.dailyPainBefore }, (_, i) => i - followUpPlan.dailyPainBefore)
  return days.map((day) => ask('daily pain', day, addDays(firstSession, day), zone, 0, ['nrs-11']))
}

/** One question a day: after the newest session that asks for it. */
function afterSessions(indication: Indication, zone: string, given: readonly GivenSession[]): Ask[] {
  const byDate = new Map<string, Ask>()
  for (const { sessionId, date } of given.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    for (const day of followUpPlan.afterSession) {
      const due = ask('after session', day, addDays(date, day), zone, windowDays(day), score(indication))
      byDate.set(due.date, { ...due, sessionId })
    }
  return [...byDate.values()]
}

function followUp(indication: Indication, zone: string, dayZero: string, day: number): Ask {
  const isAsked = (days: readonly number[]) => days.includes(day)
  const asks = [...score(indication), ...(isAsked(followUpPlan.globalChangeDays) ? ['global-change'] : [])]
  return ask('follow-up', day, addDays(dayZero, day), zone, windowDays(day), asks)
}

const phq9 = (zone: string, dayZero: string, day: number): Ask => ({
  ...ask('phq-9', day, addDays(dayZero, day), zone, windowDays(day), ['phq-9']),
  byStaff: true,
})

/** Two taps: the score first, then side effects. */
const score = (indication: Indication) => [indication === 'pain' ? 'nrs-11' : 'mood', 'side-effects']

function ask(kind: AskKind, day: number, date: string, zone: string, window: number, asks: readonly string[]): Ask {
  return {
    kind,
    day,
    date,
    sessionId: null,
    asks,
    byStaff: false,
    dueAt: hourOn(date, followUpPlan.hour, zone),
    opensAt: beginningOf(addDays(date, -window), zone),
    closesAt: beginningOf(addDays(date, window + 1), zone),
    staffAt: hourOn(addDays(date, followUpPlan.staffAfterDays), followUpPlan.hour, zone),
  }
}
