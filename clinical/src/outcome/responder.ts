import { addDays } from '../calendar/local-day.ts'
import { type Dated, type Level, levelAt, weekBefore, within } from '../chart/baseline.ts'
import { type Exact, plain } from '../exact.ts'
import { responder as responderPolicy } from '../policies/responder.ts'
import { usual, type Values } from '../policy.ts'

/** What a responder is, by indication. Percent and scores. */
export type ResponderLimits = Values<typeof responderPolicy>
const usualLimits: ResponderLimits = usual(responderPolicy)

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
  | { kind: 'not eligible'; reason: 'baseline too low'; read: ReadFrom }
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
export function painResponder(course: PainCourse, limits: ResponderLimits = usualLimits): Responder {
  const baseline = weekBefore(course.averages, course.firstSession, limits)
  const after = levelAfter(course.averages, course.dayZero, limits)
  const { opioids } = course
  const read = readFrom(baseline, after, opioids === 'not recorded' ? ['opioids not recorded'] : [])
  if (baseline?.value.lt(limits.painLeastBaseline)) return { kind: 'not eligible', reason: 'baseline too low', read }
  if (isOpen(course, after, limits)) return { kind: 'not yet', until: windowEnd(course, limits), read }
  const no = (reason: NonResponse): Responder => ({ kind: 'non-responder', reason, isRemission: null, read })
  if (!after) return no('missing')
  if (!baseline) return no('no baseline')
  const last = after.read.at(-1)?.date ?? ''
  const isBefore = (date: string) => course.dayZero !== null && date > course.dayZero && date <= last
  if (course.rescueInfusions.some(isBefore)) return no('rescue infusion')
  if (course.newProcedures.some(isBefore)) return no('new procedure')
  if (opioids === 'up') return no('opioids up')
  return fall(baseline, after).gte(limits.painFallPercent) ? { kind: 'responder', isRemission: null, read } : no('fall too small')
}

export type DepressionCourse = Course & { phq9: readonly Dated[] }

/** Half or more off the PHQ-9 at day 28, from a baseline of 10 or more; remission is under 5. */
export function depressionResponder(course: DepressionCourse, limits: ResponderLimits = usualLimits): Responder {
  const baseline = lastBefore(course.phq9, course.firstSession, limits)
  const after = nearestAfter(course.phq9, course.dayZero, limits)
  const read = readFrom(baseline, after, [])
  if (baseline?.value.lt(limits.depressionLeastBaseline)) return { kind: 'not eligible', reason: 'baseline too low', read }
  if (isOpen(course, after, limits)) return { kind: 'not yet', until: windowEnd(course, limits), read }
  const isRemission = after?.value.lt(limits.remissionUnder) ?? null
  const no = (reason: NonResponse): Responder => ({ kind: 'non-responder', reason, isRemission, read })
  if (!after) return no('missing')
  if (!baseline) return no('no baseline')
  return fall(baseline, after).gte(limits.depressionFallPercent) ? { kind: 'responder', isRemission, read } : no('fall too small')
}

/** Fall from the baseline in percent of it; below zero is a rise. */
const fall = (baseline: Level, after: Level): Exact => baseline.value.minus(after.value).div(baseline.value).times(100)

function levelAfter(answers: readonly Dated[], dayZero: string | null, limits: ResponderLimits): Level | null {
  if (!dayZero) return null
  return levelAt(answers, addDays(dayZero, limits.day), windowOf(dayZero, limits), limits)
}

/** A questionnaire that itself looks back over two weeks is not averaged: the one nearest to day 28 counts. */
function nearestAfter(answers: readonly Dated[], dayZero: string | null, limits: ResponderLimits): Level | null {
  if (!dayZero) return null
  const { day } = limits
  const window = windowOf(dayZero, limits)
  const inWindow = within(answers, ...window)
  const [before, after] = [
    inWindow.filter(({ date }) => date <= addDays(dayZero, day)).at(-1),
    inWindow.find(({ date }) => date > addDays(dayZero, day)),
  ]
  const pair = [before, after].filter((answer) => answer !== undefined)
  const level = levelAt(pair, addDays(dayZero, day), window, limits)
  return level && { ...level, isSingle: false }
}

function lastBefore(answers: readonly Dated[], firstSession: string, limits: ResponderLimits): Level | null {
  const stretch = [addDays(firstSession, -limits.depressionBaselineDays), firstSession] as const
  const level = levelAt(within(answers, ...stretch).slice(-1), firstSession, stretch, limits)
  return level && { ...level, isSingle: false }
}

/** Open until day 28 itself, or a later day, has an answer, or the window has closed. */
function isOpen({ dayZero, today }: Course, after: Level | null, { day, windowTo }: ResponderLimits): boolean {
  if (!dayZero) return true
  const isReached = after?.read.some(({ date }) => date >= addDays(dayZero, day)) ?? false
  return !isReached && today <= addDays(dayZero, windowTo)
}

const windowOf = (dayZero: string, { windowFrom, windowTo }: ResponderLimits) =>
  [addDays(dayZero, windowFrom), addDays(dayZero, windowTo)] as const

const windowEnd = ({ dayZero }: Course, { windowTo }: ResponderLimits) => dayZero && addDays(dayZero, windowTo)

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
