import { dateOf, staffAt } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { isAnswered, partsOf } from './assessment.ts'
import { type AssessmentOf, assessmentsDue } from './store.ts'

const DAY_MS = 24 * 3_600_000
/** After its window a question stays on the list this long; then it is missing. */
const KEPT_DAYS = 14
/** The widest window there is, and the days on the list after it. */
const FARTHEST_MS = (7 + 1 + KEPT_DAYS) * DAY_MS

/** Who has not answered by day +3, with the phone number: somebody calls. Scores that staff enter stand here from their day on. */
export const readUnanswered = (ctx: Ctx) =>
  inClinic(ctx, 'read-unanswered', async (tx) => {
    const now = ctx.now()
    const due = await assessmentsDue(tx, new Date(now.getTime() - FARTHEST_MS), now)
    return due.filter((each) => isOpenToStaff(each, now) && !wasReachedLater(each, due)).map(asListed)
  })

const isOpenToStaff = (assessment: AssessmentOf, now: Date): boolean => {
  const { kind, closesAt } = assessment
  if (kind === 'daily pain' || isAnswered(assessment)) return false
  const isKept = now.getTime() < closesAt.getTime() + KEPT_DAYS * DAY_MS
  return isKept && (kind === 'phq-9' || now >= dueToStaff(assessment))
}

const dueToStaff = ({ dueAt, zone }: AssessmentOf): Date => new Date(staffAt({ date: dateOf(dueAt.toISOString(), zone) }, zone))

// Somebody who has answered a later question of the same kind is in touch: the day that was missed stays missing.
const wasReachedLater = ({ planId, kind, dueAt }: AssessmentOf, all: readonly AssessmentOf[]): boolean =>
  all.some((other) => {
    const isSame = other.planId === planId && (other.kind === 'phq-9') === (kind === 'phq-9') && other.kind !== 'daily pain'
    return isSame && other.dueAt > dueAt && isAnswered(other)
  })

const asListed = (assessment: AssessmentOf) => {
  const { id, planId, personId, name, phone, zone, indication, kind, day, dueAt, closesAt, answer } = assessment
  const missing = partsOf(assessment).needed.filter((part) => answer?.[part] === undefined)
  return { assessmentId: id, planId, personId, name, phone, zone, indication, kind, day, dueAt, closesAt, missing }
}
