import { type DayZero, dateOf, dayZeroOf, type GivenSession, regimenGiven } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { appointmentOf, callerOf } from '../booking/store.ts'
import { ordersOf, planOf, plansOf } from '../planning/store.ts'
import type { Session } from '../session/session.ts'
import { sessionsOfPlan } from '../session/store.ts'
import { dayZeroOfPlan } from './store.ts'

/** A course as its follow-up sees it: what was planned, what was given, and since when the days count. */
export type CourseOf = {
  planId: string
  personId: string
  indication: 'pain' | 'depression'
  zone: string
  plannedSessions: number
  firstSession: string
  given: readonly (GivenSession & { startedAt: string })[]
  sessions: readonly Session[]
  isClosed: boolean
  dayZero: string | null
  /** What day 0 would be now, when none is set yet. */
  dayZeroNow: DayZero | null
}

const givenIn = (zone: string, sessions: readonly Session[]) =>
  sessions.flatMap(({ id, folded: { startedAt, stoppedAt } }) =>
    startedAt && stoppedAt ? [{ sessionId: id, date: dateOf(startedAt, zone), startedAt }] : [],
  )

export const courseOf = async (tx: Tx, planId: string, now: string): Promise<CourseOf | null> => {
  const plan = await planOf(tx, planId)
  if (!plan) return null
  const { zone } = await callerOf(tx, plan.personId)
  const [first] = await ordersOf(tx, planId)
  const visit = first?.appointmentId ? await appointmentOf(tx, first.appointmentId) : undefined
  const sessions = await sessionsOfPlan(tx, planId)
  const given = givenIn(zone, sessions)
  const isClosed = (await plansOf(tx, plan.personId)).some(({ id, closedAt }) => id === planId && closedAt !== null)
  const stored = await dayZeroOfPlan(tx, planId)
  const course = { plannedSessions: plan.sessions, given, isClosed, zone }
  return {
    ...course,
    planId,
    personId: plan.personId,
    indication: plan.indication === 'depression' ? 'depression' : 'pain',
    firstSession: given[0]?.date ?? dateOf((visit?.start ?? plan.signedAt).toISOString(), zone),
    sessions,
    dayZero: stored ? String(stored.onDate) : null,
    dayZeroNow: stored ? null : dayZeroOf(course, now),
  }
}

const MINUTE_MS = 60_000

/** Everything given in a course as the engine takes it: mg, minutes from the first start. */
export const regimenOf = ({ sessions }: CourseOf, asOf: string) => {
  const started = sessions.flatMap(({ folded }) => (folded.startedAt ? [{ folded, at: Date.parse(folded.startedAt) }] : []))
  const first = Math.min(...started.map(({ at }) => at))
  return started.flatMap(({ folded, at }) =>
    regimenGiven(folded, asOf).map((dose) => ({ ...dose, from: dose.from + (at - first) / MINUTE_MS })),
  )
}
