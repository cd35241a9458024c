import { dateOf, type Policies, staffAt } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { isAnswered, partsOf } from './assessment.ts'
import { type AssessmentOf, assessmentsDue } from './store.ts'

const DAY_MS = 24 * 3_600_000

/** Who has not answered by day +3, with the phone number: somebody calls. Scores that staff enter stand here from their day on. */
export const readUnanswered = (ctx: Ctx) =>
  inClinic(ctx, 'read-unanswered', async (tx) => {
    const now = ctx.now()
    const policies = await policiesOf(tx, now)
    // The widest window there is, and the days on the list after it.
    const farthest = (policies.followUp.lateWindow + 1 + policies.asking.keptDays) * DAY_MS
    const due = await assessmentsDue(tx, new Date(now.getTime() - farthest), now)
    return due.filter((each) => isOpenToStaff(each, now, policies) && !wasReachedLater(each, due)).map(asListed)
  })

/** After its window a question stays on the list for so many days; then it is missing. */
const isOpenToStaff = (assessment: AssessmentOf, now: Date, { asking, followUp }: Policies): boolean => {
  const { kind, closesAt } = assessment
  if (kind === 'daily pain' || isAnswered(assessment)) return false
  const isKept = now.getTime() < closesAt.getTime() + asking.keptDays * DAY_MS
  return isKept && (kind === 'phq-9' || now >= dueToStaff(assessment, followUp))
}

const dueToStaff = ({ dueAt, zone }: AssessmentOf, plan: Policies['followUp']): Date =>
  new Date(staffAt({ date: dateOf(dueAt.toISOString(), zone) }, zone, plan))

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
