import { charting } from '../policies/charting.ts'
import { usual } from '../policy.ts'
import { administrationOf } from './administrations.ts'
import type { FoldedSession } from './infusion.ts'
import { entriesOf } from './infusion.ts'

/** Minutes. What a protocol says about charting fits in here as it is. */
export type DuePolicy = {
  checks: {
    afterStart: readonly number[]
    afterRateChange: readonly number[]
    thenEvery: number
    recoveryEvery: number
  }
  scoresEvery: number
  secondPersonWithin: number
  leastStayMinutes: number
}

/** The scales of the chair. */
export const scoreScales = ['pain', 'dissociation', 'distress', 'sedation'] as const
export type ScoreScale = (typeof scoreScales)[number]

export type Due = {
  what: 'vitals' | 'scores' | 'second person' | 'home check'
  dueAt: string
  /** Since when it has been waited for: the last reading, the draw-up, the stop. */
  since: string
  /** Below zero while there is still time. */
  lateByMinutes: number
  level: 'in time' | 'due' | 'late'
  /** Which scales, where scores are due. */
  scales?: readonly ScoreScale[]
  /** What an overdue set of signs asks for; null otherwise. */
  asks: 'advise' | 'call' | 'stop' | null
}

/** How far past its interval a check is before it is late, before a prescriber is called, before a stop is considered. */
const { overdueAdvise, overdueCall, overdueStop } = usual(charting)

/** Reading this share of an interval early still counts for it. */
const earlyShare = overdueAdvise - 1

const minuteMs = 60_000

/** What is due for one visit now, soonest first; empty before the draw-up and after discharge. */
export function checksDue(session: FoldedSession, policy: DuePolicy, now: string): Due[] {
  const due = [
    secondPerson(session, policy, now),
    ...(session.startedAt && !session.isDischarged && session.state !== 'left'
      ? [vitals(session, policy, now), ...scores(session, policy, now), homeCheck(session, policy, now)]
      : []),
  ]
  // Of a way to give that nobody here knows, signs are due as in any visit.
  const asked = administrationOf(session.gives.by)?.due ?? ['vitals']
  return due
    .filter((item): item is Due => item !== null && asked.includes(item.what))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

function secondPerson({ state, drawnUp, check }: FoldedSession, { secondPersonWithin }: DuePolicy, now: string): Due | null {
  if (state !== 'drawn up' || !drawnUp || check.kind === 'agree') return null
  const since = check.kind === 'one' ? check.since : drawnUp.at
  return item('second person', Date.parse(since), secondPersonWithin, Date.parse(since), now, false)
}

function vitals(session: FoldedSession, policy: DuePolicy, now: string): Due | null {
  const taken = readingTimes(session, now)
  if (session.stoppedAt) return vitalsAfterStop(Date.parse(session.stoppedAt), taken, policy, now)
  const running = session.segments.at(-1)
  if (!running) return steadily(session, taken, policy, now)
  const anchor = Date.parse(running.from)
  const grid = session.segments.length === 1 ? policy.checks.afterStart : policy.checks.afterRateChange
  const last = taken.at(-1) ?? Date.parse(session.startedAt ?? running.from)
  const steady = item('vitals', last, policy.checks.thenEvery, last, now, true)
  const next = firstMissed(grid, anchor, taken)
  if (!next) return steady
  // A change of rate never buys more time than the steady interval would have given.
  const early = item('vitals', Math.max(last, anchor), next.interval, next.dueMs - next.interval * minuteMs, now, true)
  return Date.parse(early.dueAt) <= Date.parse(steady.dueAt) ? early : steady
}

/** Where nothing is set that could change: at the steady interval from the beginning on. */
function steadily({ startedAt }: FoldedSession, taken: number[], { checks }: DuePolicy, now: string): Due {
  const last = taken.at(-1) ?? Date.parse(startedAt ?? now)
  return item('vitals', last, checks.thenEvery, last, now, true)
}

function vitalsAfterStop(stopped: number, taken: number[], { checks }: DuePolicy, now: string): Due {
  const last = taken.at(-1) ?? stopped
  return item('vitals', last, checks.recoveryEvery, last, now, true)
}

/** The first planned minute that no reading answers. */
function firstMissed(grid: readonly number[], anchor: number, taken: readonly number[]) {
  for (const [i, minute] of grid.entries()) {
    const interval = minute - (grid[i - 1] ?? 0)
    const dueMs = anchor + minute * minuteMs
    if (!taken.some((at) => at >= dueMs - earlyShare * interval * minuteMs)) return { dueMs, interval }
  }
  return null
}

/** One item for the scales that were last asked at the same time: each has its own clock, and a score of one moves no other. */
function scores(session: FoldedSession, { scoresEvery }: DuePolicy, now: string): Due[] {
  const clocks = new Map<number, ScoreScale[]>()
  const asked = entriesOf(session, 'scores').filter(({ at }) => Date.parse(at) <= Date.parse(now))
  for (const scale of scoreScales) {
    const last = asked.findLast((event) => event[scale] !== null)
    const from = Math.max(last ? Date.parse(last.at) : 0, Date.parse(session.startedAt ?? now))
    clocks.set(from, [...(clocks.get(from) ?? []), scale])
  }
  return [...clocks].map(([from, scales]) => ({ ...item('scores', from, scoresEvery, from, now, false), scales }))
}

/** From when on the gates may open. */
function homeCheck({ stoppedAt }: FoldedSession, { leastStayMinutes }: DuePolicy, now: string): Due | null {
  if (!stoppedAt) return null
  return item('home check', Date.parse(stoppedAt), leastStayMinutes, Date.parse(stoppedAt), now, false)
}

/** Times of readings with a blood pressure, ascending. */
const readingTimes = (session: FoldedSession, now: string): number[] => {
  const all = known.get(session) ?? pressureTimes(session)
  known.set(session, all)
  const nowMs = Date.parse(now)
  return all.filter((at) => at <= nowMs)
}

// A fold never changes, and who looks again asks for them again.
const known = new WeakMap<FoldedSession, readonly number[]>()
const pressureTimes = (session: FoldedSession): number[] =>
  entriesOf(session, 'vitals')
    .filter(({ systolic, diastolic }) => systolic !== null && diastolic !== null)
    .map(({ at }) => Date.parse(at))

function item(what: Due['what'], sinceMs: number, interval: number, fromMs: number, now: string, escalates: boolean): Due {
  const dueMs = fromMs + interval * minuteMs
  const lateByMinutes = (Date.parse(now) - dueMs) / minuteMs
  const times = 1 + lateByMinutes / interval
  return {
    what,
    dueAt: new Date(dueMs).toISOString(),
    since: new Date(sinceMs).toISOString(),
    lateByMinutes,
    level: times < 1 ? 'in time' : times < overdueAdvise ? 'due' : 'late',
    asks: escalates ? asked(times) : null,
  }
}

const asked = (times: number): Due['asks'] =>
  times >= overdueStop ? 'stop' : times >= overdueCall ? 'call' : times >= overdueAdvise ? 'advise' : null
