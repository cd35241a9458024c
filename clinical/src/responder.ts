import { type Dated, type Level, levelAt, weekBefore, within } from './baseline.ts'
import { type Exact, exact, plain } from './exact.ts'
import { addDays } from './local-day.ts'

/** What a responder is, by indication, and where it comes from. Percent and scores. */
export const responderLimits = {
  day: 28,
  window: { from: 21, to: 35 },
  pain: {
    fallPercent: '30',
    leastBaseline: '4',
    opioidRisePercent: '20',
    source: 'clinical reference 9.7; Dworkin 2008',
    basis: 'source',
  },
  depression: {
    fallPercent: '50',
    leastBaseline: '10',
    remissionUnder: '5',
    baselineDays: 14,
    source: 'clinical reference 9.7; Kroenke 2001',
    basis: 'source',
  },
} as const

/** A doubt about an answer that stands: shown beside it, always. */
export type Doubt = 'weak baseline' | 'one value' | 'opioids not recorded'

/** What an answer was read from; decimals as text. */
export type ReadFrom = {
  baseline: string | null
  after: string | null
  fallPercent: string | null
  baselineAnswers: readonly Dated[]
  afterAnswers: readonly Dated[]
  doubts: readonly Doubt[]
}

/** Whether somebody responded. `missing` counts as no; `not eligible` has no answer and says why; `not yet` waits for the window. */
export type Responder =
  | { kind: 'responder'; isRemission: boolean | null; read: ReadFrom }
  | { kind: 'non-responder'; reason: NonResponse; isRemission: boolean | null; read: ReadFrom }
  | { kind: 'not eligible'; reason: 'baseline under 4' | 'baseline under 10'; read: ReadFrom }
  | { kind: 'not yet'; until: string | null; read: ReadFrom }

export type NonResponse = 'fall too small' | 'missing' | 'no baseline' | 'rescue infusion' | 'new procedure' | 'opioids up'

/** Local dates; `dayZero` is null while the course goes on. */
type Course = { firstSession: string; dayZero: string | null; today: string }

/** How the opioid dose moved by at least a fifth, where somebody asked. */
export type OpioidChange = 'up' | 'not up' | 'not recorded'

/** Dates of what else was done for the pain after day 0. */
export type PainCourse = Course & {
  averages: readonly Dated[]
  rescueInfusions: readonly string[]
  newProcedures: readonly string[]
  opioids: OpioidChange
}

/** R30: average pain at day 28 at least 30 % below the week before the first session, with nothing else to explain it. */
export function painResponder(course: PainCourse): Responder {
  const limits = responderLimits.pain
  const baseline = weekBefore(course.averages, course.firstSession)
  const after = levelAfter(course.averages, course.dayZero)
  const { opioids } = course
  const read = readFrom(baseline, after, opioids === 'not recorded' ? ['opioids not recorded'] : [])
  if (baseline?.value.lt(limits.leastBaseline)) return { kind: 'not eligible', reason: 'baseline under 4', read }
  if (isOpen(course, after)) return { kind: 'not yet', until: windowEnd(course), read }
  const no = (reason: NonResponse): Responder => ({ kind: 'non-responder', reason, isRemission: null, read })
  if (!after) return no('missing')
  if (!baseline) return no('no baseline')
  const last = after.read.at(-1)?.date ?? ''
  const isBefore = (date: string) => course.dayZero !== null && date > course.dayZero && date <= last
  if (course.rescueInfusions.some(isBefore)) return no('rescue infusion')
  if (course.newProcedures.some(isBefore)) return no('new procedure')
  if (opioids === 'up') return no('opioids up')
  return fall(baseline, after).gte(limits.fallPercent) ? { kind: 'responder', isRemission: null, read } : no('fall too small')
}

export type DepressionCourse = Course & { phq9: readonly Dated[] }

/** Half or more off the PHQ-9 at day 28, from a baseline of 10 or more; remission is under 5. */
export function depressionResponder(course: DepressionCourse): Responder {
  const limits = responderLimits.depression
  const baseline = lastBefore(course.phq9, course.firstSession)
  const after = nearestAfter(course.phq9, course.dayZero)
  const read = readFrom(baseline, after, [])
  if (baseline?.value.lt(limits.leastBaseline)) return { kind: 'not eligible', reason: 'baseline under 10', read }
  if (isOpen(course, after)) return { kind: 'not yet', until: windowEnd(course), read }
  const isRemission = after?.value.lt(limits.remissionUnder) ?? null
  const no = (reason: NonResponse): Responder => ({ kind: 'non-responder', reason, isRemission, read })
  if (!after) return no('missing')
  if (!baseline) return no('no baseline')
  return fall(baseline, after).gte(limits.fallPercent) ? { kind: 'responder', isRemission, read } : no('fall too small')
}

/** Fall from the baseline in percent of it; below zero is a rise. */
const fall = (baseline: Level, after: Level): Exact => baseline.value.minus(after.value).div(baseline.value).times(100)

function levelAfter(answers: readonly Dated[], dayZero: string | null): Level | null {
  if (!dayZero) return null
  const { day, window } = responderLimits
  return levelAt(answers, addDays(dayZero, day), addDays(dayZero, window.from), addDays(dayZero, window.to))
}

/** A questionnaire that itself looks back over two weeks is not averaged: the one nearest to day 28 counts. */
function nearestAfter(answers: readonly Dated[], dayZero: string | null): Level | null {
  if (!dayZero) return null
  const { day, window } = responderLimits
  const inWindow = within(answers, addDays(dayZero, window.from), addDays(dayZero, window.to))
  const [before, after] = [
    inWindow.filter(({ date }) => date <= addDays(dayZero, day)).at(-1),
    inWindow.find(({ date }) => date > addDays(dayZero, day)),
  ]
  const pair = [before, after].filter((answer) => answer !== undefined)
  const level = levelAt(pair, addDays(dayZero, day), addDays(dayZero, window.from), addDays(dayZero, window.to))
  return level && { ...level, isSingle: false }
}

function lastBefore(answers: readonly Dated[], firstSession: string): Level | null {
  const last = within(answers, addDays(firstSession, -responderLimits.depression.baselineDays), firstSession).slice(-1)
  const level = levelAt(last, firstSession, addDays(firstSession, -responderLimits.depression.baselineDays), firstSession)
  return level && { ...level, isSingle: false }
}

/** Open until day 28 itself, or a later day, has an answer, or the window has closed. */
function isOpen({ dayZero, today }: Course, after: Level | null): boolean {
  if (!dayZero) return true
  const isReached = after?.read.some(({ date }) => date >= addDays(dayZero, responderLimits.day)) ?? false
  return !isReached && today <= addDays(dayZero, responderLimits.window.to)
}

const windowEnd = ({ dayZero }: Course) => dayZero && addDays(dayZero, responderLimits.window.to)

/** Whether opioids, in mg of morphine a day, went up by 20 % or more; null where not recorded. */
export function opioidChange({ before, after }: { before: string | null; after: string | null }): OpioidChange {
  if (before === null || after === null) return 'not recorded'
  const [was, is] = [exact(before), exact(after)]
  const rise = is.minus(was).times(100)
  return is.gt(was) && rise.gte(was.times(responderLimits.pain.opioidRisePercent)) ? 'up' : 'not up'
}

function readFrom(baseline: Level | null, after: Level | null, doubts: readonly Doubt[]): ReadFrom {
  return {
    baseline: baseline && plain(baseline.value, 2),
    after: after && plain(after.value, 2),
    fallPercent: baseline?.value.gt(0) && after ? plain(fall(baseline, after), 1) : null,
    baselineAnswers: baseline?.read ?? [],
    afterAnswers: after?.read ?? [],
    doubts: [
      ...(baseline?.isSingle ? ['weak baseline' as const] : []),
      ...(after?.isSingle ? ['one value' as const] : []),
      ...doubts,
    ],
  }
}
