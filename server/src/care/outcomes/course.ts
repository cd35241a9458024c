import {
  administrationOf,
  type DayZero,
  dateOf,
  dayZeroOf,
  type GivenSession,
  type Indication,
  type Policies,
  policiesAt,
} from '@dripline/clinical'
import type { Regimen } from '@dripline/engine'
import type { Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import type { Session } from '../session/session.ts'
import { sessionsOfPlan } from '../session/store.ts'
import { type PlanRow, planRows, startsAndStops, visitsOf } from './course-store.ts'

/** A session that was started and stopped; ISO instants. */
export type Given = GivenSession & { startedAt: string }

/** A course as its follow-up sees it: what was planned, what was given, and since when the days count. */
export type CourseOf = {
  planId: string
  personId: string
  name: string
  indication: Indication
  /** The patient's own. */
  zone: string
  plannedSessions: number
  /** Local date of the first session, planned or given. */
  firstSession: string
  given: readonly Given[]
  isClosed: boolean
  /** Those that held when the plan was signed: a course keeps them. */
  policies: Policies
  /** The patient wants no more questions. */
  isStopped: boolean
  dayZero: string | null
  /** What day 0 would be now, when none is set yet. */
  dayZeroNow: DayZero | null
}

/** One course, or null when there is no such plan. */
export const courseOf = async (tx: Tx, planId: string, now: string): Promise<CourseOf | null> =>
  (await coursesOf(tx, [planId], now))[0] ?? null

/** These courses, or all of the clinic's, in the order in which they were signed; a handful of queries however many there are. */
export const coursesOf = async (tx: Tx, planIds: readonly string[] | 'all', now: string): Promise<CourseOf[]> => {
  const plans = await planRows(tx, planIds)
  const set = await setValuesOf(tx)
  const ids = plans.map(({ planId }) => planId)
  const visits = Map.groupBy(await visitsOf(tx, ids), ({ planId }) => planId)
  const given = Map.groupBy(await givenIn(tx, ids), ({ planId }) => planId)
  return plans.map((plan) => {
    const policies = policiesAt(set, plan.signedAt.toISOString())
    return asCourse({ ...plan, policies }, visits.get(plan.planId) ?? [], given.get(plan.planId) ?? [], now)
  })
}

/** Visits that were given in the order of their starts, on the patient's dates; `date` gives the local date of an instant. */
export const inOrder = (rows: readonly GivenRow[], date: (at: Date) => string): Given[] =>
  rows
    .map(({ sessionId, startedAt }) => ({ sessionId, date: date(startedAt), startedAt: startedAt.toISOString() }))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))

type Visit = { start: Date; orderId: string; number: number }
type GivenRow = { planId: string; sessionId: string; number: number; startedAt: Date }

const asCourse = (
  plan: PlanRow & { policies: Policies },
  visits: readonly Visit[],
  rows: readonly GivenRow[],
  now: string,
): CourseOf => {
  const { planId, personId, name, indication, zone, sessions, signedAt, closedAt, dayZero, isWanted, policies } = plan
  const given = inOrder(rows, (at) => dateOf(at.toISOString(), zone))
  const first = visits.find(({ number }) => number === 1)?.start ?? signedAt
  const last = visits.toSorted((a, b) => a.start.getTime() - b.start.getTime()).at(-1)
  // Whoever missed a session in between has still had the last one when it ends.
  const isLastGiven = last !== undefined && rows.some(({ number }) => number === last.number)
  const isClosed = closedAt !== null
  const course = { plannedSessions: isLastGiven ? given.length : sessions, given, isClosed, zone }
  return {
    planId,
    personId,
    name,
    indication,
    zone,
    plannedSessions: sessions,
    firstSession: given[0]?.date ?? dateOf(first.toISOString(), zone),
    given,
    isClosed,
    policies,
    isStopped: isWanted === false,
    dayZero,
    dayZeroNow: dayZero === null ? dayZeroOf(course, now, policies.followUp) : null,
  }
}

/** Visits of these courses that were started and stopped; where either was amended the whole visit is folded: only that says what holds. */
export const givenIn = async (tx: Tx, planIds: readonly string[]): Promise<GivenRow[]> => {
  const rows = await startsAndStops(tx, planIds)
  const given = rows.flatMap(({ isAmended, startedAt, stoppedAt, ...row }) =>
    !isAmended && startedAt && stoppedAt ? [{ ...row, startedAt }] : [],
  )
  for (const { planId, sessionId, number } of rows.filter(({ isAmended }) => isAmended)) {
    const session = (await sessionsOfPlan(tx, planId)).find(({ id }) => id === sessionId)
    const { startedAt = null, stoppedAt = null } = session?.folded ?? {}
    if (startedAt && stoppedAt) given.push({ planId, sessionId, number, startedAt: new Date(startedAt) })
  }
  return given
}

const MINUTE_MS = 60_000

/** Everything really given in a course as the engine takes it: mg, minutes from the first start. */
export const regimenOf = (sessions: readonly Session[], asOf: string): Regimen => {
  const started = sessions.flatMap(({ folded }) => (folded.startedAt ? [{ folded, at: Date.parse(folded.startedAt) }] : []))
  const first = Math.min(...started.map(({ at }) => at))
  return started
    .flatMap(({ folded, at }) =>
      (administrationOf(folded.gives.by)?.regimen?.(folded, asOf) ?? []).map((dose) => ({
        ...dose,
        from: dose.from + (at - first) / MINUTE_MS,
      })),
    )
    .sort((a, b) => a.from - b.from)
}
