import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { courseOf } from './course.ts'
import { askWhatIsDue } from './plan-follow-up.ts'
import { assessmentOf, cancelUnanswered, insertAsking } from './store.ts'

/** Stops all questions of the course, by the patient's own link: as easy as answering. What was answered stays. */
export function stopQuestions(ctx: Ctx) {
  return inOneStep(ctx, 'stop-questions', async (tx) => {
    const assessment = await assessmentOf(tx, linkedRecord(ctx, 'check-in'))
    if (!assessment) throw new Problem('link-unusable')
    const { id, planId, personId } = assessment
    await lockInOrder(tx, [`follow-up ${planId}`])
    await insertAsking(ctx, tx, { id: ctx.newId(), planId, personId, isWanted: false })
    const stopped = await cancelUnanswered(ctx, tx, planId)
    return { assessmentId: id, planId, personId, stopped: stopped.length }
  })
}

/** Takes the stop back: what is still to come is asked again. */
export function resumeQuestions(ctx: Ctx) {
  return inOneStep(ctx, 'resume-questions', async (tx) => {
    const assessment = await assessmentOf(tx, linkedRecord(ctx, 'check-in'))
    if (!assessment) throw new Problem('link-unusable')
    const { id, planId, personId } = assessment
    await lockInOrder(tx, [`follow-up ${planId}`])
    await insertAsking(ctx, tx, { id: ctx.newId(), planId, personId, isWanted: true })
    const course = await courseOf(tx, planId, ctx.now().toISOString())
    const asked = course ? await askWhatIsDue(ctx, tx, course) : []
    return { assessmentId: id, planId, personId, asked: asked.length }
  })
}
