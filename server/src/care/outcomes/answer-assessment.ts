import { correctableUntil, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { raiseAlert } from '../people/raise-alert.ts'
import { recordAnswers } from '../screening/screen-person.ts'
import { type Answer, type AnswerSent, needsCrisisWords, type Phq9Sent } from './assessment.ts'
import { type AssessmentOf, assessmentOf, cancelAssessments, insertAnswer } from './store.ts'

/** Saves a tap on the patient's own link; until midnight of their day it may be corrected. Anything but a no to danger is told at once. */
export const answerByLink = (ctx: Ctx, sent: AnswerSent) =>
  inOneStep(ctx, 'answer-check-in', async (tx) => {
    const assessment = await openAssessment(ctx, tx, linkedRecord(ctx, 'check-in'))
    return save(ctx, tx, assessment, sent, null)
  })

/** Saves what a patient said on the phone. */
export const answerByPhone = (ctx: Ctx, { assessmentId, ...sent }: AnswerSent & { assessmentId: string }) =>
  inOneStep(ctx, 'answer-by-phone', async (tx) => {
    const assessment = await assessmentOf(tx, assessmentId)
    if (!assessment || assessment.cancelledAt) throw new Problem('not-found', { assessmentId })
    return save(ctx, tx, assessment, sent, staffOf(ctx).id)
  })

/** Enters a PHQ-9 total with its item 9; an item 9 above 0 raises the alert, whoever wrote it. */
export const enterPhq9 = (ctx: Ctx, { assessmentId, total, item9 }: Phq9Sent & { assessmentId: string }) =>
  inOneStep(ctx, 'enter-phq-9', async (tx) => {
    const assessment = await assessmentOf(tx, assessmentId)
    if (assessment?.kind !== 'phq-9' || assessment.cancelledAt) throw new Problem('not-found', { assessmentId })
    await recordAnswers(ctx, tx, assessment.personId, 'follow-up', { phq9Total: total, phq9Item9: item9 }, ctx.now())
    return save(ctx, tx, assessment, { total, item9 }, staffOf(ctx).id)
  })

const openAssessment = async (ctx: Ctx, tx: Tx, id: string): Promise<AssessmentOf> => {
  const assessment = await assessmentOf(tx, id)
  if (!assessment || assessment.cancelledAt) throw new Problem('link-unusable')
  const { firstAnsweredAt, closesAt, zone } = assessment
  const until = firstAnsweredAt ? new Date(correctableUntil(firstAnsweredAt.toISOString(), zone)) : closesAt
  if (until <= ctx.now()) throw new Problem('answer-closed', { assessmentId: id })
  return assessment
}

const save = async (ctx: Ctx, tx: Tx, { id, personId, answer: before }: AssessmentOf, body: Answer, enteredBy: string | null) => {
  const answerId = ctx.newId()
  await insertAnswer(ctx, tx, { id: answerId, assessmentId: id, personId, body, enteredBy })
  const isCrisis = needsCrisisWords(body)
  if (isCrisis && body.item9 === undefined)
    await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'check-in', causeId: id })
  return { assessmentId: id, personId, answerId, answer: { ...before, ...body }, isCrisis }
}

/** Stops all questions still to come, by the patient's own link: as easy as answering. */
export const stopQuestions = (ctx: Ctx) =>
  inOneStep(ctx, 'stop-questions', async (tx) => {
    const assessment = await assessmentOf(tx, linkedRecord(ctx, 'check-in'))
    if (!assessment) throw new Problem('link-unusable')
    const stopped = await cancelAssessments(ctx, tx, assessment.planId, ctx.now())
    return { assessmentId: assessment.id, personId: assessment.personId, stopped: stopped.length }
  })
