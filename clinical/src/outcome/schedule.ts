import { addDays, beginningOf, dateOf, daysBetween, hourOn } from '../calendar/local-day.ts'
import type { Indication } from '../chart/question.ts'
import { followUp as followUpPolicy } from '../policies/follow-up.ts'
import { usual, type Values } from '../policy.ts'

/** When we ask; days from day 0, from the session, or before the first session. Hours are the patient's wall clock. */
export type FollowUpPlan = Values<typeof followUpPolicy>
const usualPlan: FollowUpPlan = usual(followUpPolicy)

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
export function asksOf({ indication, zone, firstSession, given, dayZero }: FollowUpOf, plan: FollowUpPlan = usualPlan): Ask[] {
  const before = indication === 'pain' ? dailyPain(firstSession, zone, plan) : []
  const after = dayZero === null ? [] : plan.days.map((day) => followUp(indication, zone, dayZero, day, plan))
  const staff = dayZero === null || indication === 'pain' ? [] : plan.phq9Days.map((day) => phq9(zone, dayZero, day, plan))
  const taken = new Set([...before, ...after].map(({ date }) => date))
  const sessions = afterSessions(indication, zone, given, plan).filter(({ date }) => !taken.has(date))
  return [...before, ...sessions, ...after, ...staff].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}

/** Days on either side that still belong to a follow-up day. */
export function windowDays(day: number, plan: FollowUpPlan = usualPlan): number {
  if (day <= plan.earlyUntilDay) return plan.earlyWindow
  return day <= plan.middleUntilDay ? plan.middleWindow : plan.lateWindow
}

/** An answer may be corrected until the patient's midnight of the day on which it was first given. */
export const correctableUntil = (answeredAt: string, zone: string): string =>
  beginningOf(addDays(dateOf(answeredAt, zone), 1), zone)

/** Instants of the reminders; the first is the question itself. */
export const remindersOf = ({ date }: Pick<Ask, 'date'>, zone: string, plan: FollowUpPlan = usualPlan): string[] =>
  plan.remindAfterDays.map((days) => hourOn(addDays(date, days), plan.hour, zone))

/** When an unanswered question goes to the staff's list: somebody calls. */
export const staffAt = ({ date }: Pick<Ask, 'date'>, zone: string, plan: FollowUpPlan = usualPlan): string =>
  hourOn(addDays(date, plan.staffAfterDays), plan.hour, zone)

export type DayZero = { date: string; cause: 'last session' | 'closed' | 'fourteen days' }

/** Day 0 of a course: the day of the last session given, once it is known to be the last. Null until then, and without any session. */
export function dayZeroOf(
  course: { plannedSessions: number; given: readonly GivenSession[]; isClosed: boolean; zone: string },
  now: string,
  plan: FollowUpPlan = usualPlan,
): DayZero | null {
  const date = course.given
    .map((session) => session.date)
    .sort()
    .at(-1)
  if (date === undefined) return null
  if (course.given.length >= course.plannedSessions) return { date, cause: 'last session' }
  if (course.isClosed) return { date, cause: 'closed' }
  const isLong = daysBetween(date, dateOf(now, course.zone)) >= plan.closesItselfAfterDays
  return isLong ? { date, cause: 'fourteen days' } : null
}

function dailyPain(firstSession: string, zone: string, plan: FollowUpPlan): Ask[] {
  const days = Array.from({ length: plan.dailyPainBefore }, (_, i) => i - plan.dailyPainBefore)
  return days.map((day) => ask('daily pain', day, addDays(firstSession, day), zone, { window: 0, plan }, ['nrs-11']))
}

/** One question a day: after the newest session that asks for it. */
function afterSessions(indication: Indication, zone: string, given: readonly GivenSession[], plan: FollowUpPlan): Ask[] {
  const byDate = new Map<string, Ask>()
  for (const { sessionId, date } of given.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    for (const day of plan.afterSession) {
      const due = ask('after session', day, addDays(date, day), zone, { window: windowDays(day, plan), plan }, score(indication))
      byDate.set(due.date, { ...due, sessionId })
    }
  return [...byDate.values()]
}

function followUp(indication: Indication, zone: string, dayZero: string, day: number, plan: FollowUpPlan): Ask {
  const isAsked = (days: readonly number[]) => days.includes(day)
  const asks = [...score(indication), ...(isAsked(plan.globalChangeDays) ? ['global-change'] : [])]
  return ask('follow-up', day, addDays(dayZero, day), zone, { window: windowDays(day, plan), plan }, asks)
}

const phq9 = (zone: string, dayZero: string, day: number, plan: FollowUpPlan): Ask => ({
  ...ask('phq-9', day, addDays(dayZero, day), zone, { window: windowDays(day, plan), plan }, ['phq-9']),
  byStaff: true,
})

/** Two taps: the score first, then side effects. */
const score = (indication: Indication) => [indication === 'pain' ? 'nrs-11' : 'mood', 'side-effects']

type Held = { window: number; plan: FollowUpPlan }

function ask(kind: AskKind, day: number, date: string, zone: string, { window, plan }: Held, asks: readonly string[]): Ask {
  return {
    kind,
    day,
    date,
    sessionId: null,
    asks,
    byStaff: false,
    dueAt: hourOn(date, plan.hour, zone),
    opensAt: beginningOf(addDays(date, -window), zone),
    closesAt: beginningOf(addDays(date, window + 1), zone),
  }
}
