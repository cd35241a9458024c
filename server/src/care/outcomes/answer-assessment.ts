import { keysOf, Problem } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { linkedRecord } from '../../platform/link.ts'
import { shows } from '../../platform/shown.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { recordAnswers } from '../screening/record-answers.ts'
import { recordSafety } from '../screening/record-safety.ts'
import { type Answer, type AnswerSent, needsCrisisWords, openUntil, type Phq9Sent, refuseUnasked } from './assessment.ts'
import { type AssessmentOf, assessmentOf, insertAnswer } from './store.ts'

/** The safety answer of a link, by itself: it is taken also when the question has closed, and whatever else was sent. */
export function safetyByLink(ctx: Ctx, sent: Pick<AnswerSent, 'safetyQuestion'>) {
  return inOneStep(ctx, 'answer-safety', async (tx) => {
    const assessment = await hold(tx, linkedRecord(ctx, 'check-in'))
    if (!assessment) throw new Problem('link-unusable')
    return save(ctx, tx, assessment, sent, null, ctx.newId())
  })
}

/** The safety answer that a patient gave on the phone, by itself. */
export function safetyByPhone(
  ctx: Ctx,
  { assessmentId, ...sent }: Pick<AnswerSent, 'safetyQuestion'> & { assessmentId: string },
) {
  return inOneStep(ctx, 'answer-safety', async (tx) => {
    const assessment = await hold(tx, assessmentId)
    if (!assessment) throw new Problem('not-found', { assessmentId })
    return save(ctx, tx, assessment, sent, staffOf(ctx).id, ctx.newId())
  })
}

/** Item 9 of a PHQ-9, by itself: saved and told whether or not the total is there. */
export async function item9ByPhone(ctx: Ctx, { assessmentId, item9 }: { assessmentId: string; item9: number }) {
  const assessment = await inClinic(ctx, 'find-assessment', async (tx) => {
    const found = await assessmentOf(tx, assessmentId)
    return shows(found ? [found] : [], found)
  })
  if (!assessment) throw new Problem('not-found', { assessmentId })
  return recordSafety(ctx, { personId: assessment.personId, source: 'follow-up', answers: { phq9Item9: item9 } })
}

/** Saves a tap on the patient's own link; until midnight of their day it may be corrected. Anything but a no to danger is told at once. */
export function answerByLink(ctx: Ctx, sent: AnswerSent) {
  return inOneStep(ctx, 'answer-check-in', async (tx) =>
    saveByLink(ctx, tx, await holdToAnswer(ctx, tx, linkedRecord(ctx, 'check-in'), sent), sent),
  )
}

/** The question of a link, held until the step ends; refused when it was taken back, is closed, or does not ask for what was sent. */
export const holdToAnswer = async (ctx: Ctx, tx: Tx, assessmentId: string, sent: AnswerSent): Promise<AssessmentOf> => {
  const assessment = await hold(tx, assessmentId)
  if (!assessment || assessment.cancelledAt) throw new Problem('link-unusable')
  refuseUnasked(assessment, sent)
  const isClosed = keysOf(sent).some((part) => openUntil(assessment, part) <= ctx.now())
  if (isClosed || assessment.dueAt > ctx.now()) throw new Problem('answer-closed', { assessmentId: assessment.id })
  return assessment
}

/** Saves a patient's own answer inside the caller's step. */
export const saveByLink = (ctx: Ctx, tx: Tx, assessment: AssessmentOf, sent: AnswerSent) => save(ctx, tx, assessment, sent, null)

/** Saves what a patient said on the phone, also after the question has closed: it then counts for the day of the call. */
export function answerByPhone(ctx: Ctx, { assessmentId, ...sent }: AnswerSent & { assessmentId: string }) {
  return inOneStep(ctx, 'answer-by-phone', async (tx) => {
    const assessment = await holdForStaff(ctx, tx, assessmentId)
    refuseUnasked(assessment, sent)
    return save(ctx, tx, assessment, sent, staffOf(ctx).id)
  })
}

/** Enters a PHQ-9 total with its item 9; an item 9 above 0 raises the alert, whoever wrote it. */
export async function enterPhq9(ctx: Ctx, { assessmentId, total, item9 }: Phq9Sent & { assessmentId: string }) {
  await item9ByPhone(ctx, { assessmentId, item9 })
  return enterTotal(ctx, { assessmentId, total, item9 })
}

const enterTotal = (ctx: Ctx, { assessmentId, total, item9 }: Phq9Sent & { assessmentId: string }) =>
  inOneStep(ctx, 'enter-phq-9', async (tx) => {
    const assessment = await holdForStaff(ctx, tx, assessmentId)
    if (assessment.kind !== 'phq-9') throw new Problem('not-found', { assessmentId })
    await recordAnswers(ctx, tx, assessment.personId, 'follow-up', { phq9Total: total }, ctx.now())
    return save(ctx, tx, assessment, { total, item9 }, staffOf(ctx).id)
  })

/** The question, held until the step ends, so that two taps at once see one another. */
const hold = async (tx: Tx, id: string): Promise<AssessmentOf | null> => {
  await lockInOrder(tx, [`assessment ${id}`])
  return assessmentOf(tx, id)
}

const holdForStaff = async (ctx: Ctx, tx: Tx, assessmentId: string): Promise<AssessmentOf> => {
  const assessment = await hold(tx, assessmentId)
  if (!assessment || assessment.cancelledAt) throw new Problem('not-found', { assessmentId })
  if (assessment.dueAt > ctx.now()) throw new Problem('wrong-state', { assessmentId })
  return assessment
}

// The answer is the entry of whoever sends it, under their id; what is said of safety is written by itself first, under its own.
const save = async (
  ctx: Ctx,
  tx: Tx,
  { id, personId, answer: before }: AssessmentOf,
  body: Answer,
  enteredBy: string | null,
  answerId = entryIdOf(ctx)?.id ?? ctx.newId(),
) => {
  await insertAnswer(ctx, tx, { id: answerId, assessmentId: id, personId, body, enteredBy })
  const answer = { ...before, ...body }
  // A word of danger that stands already has its alert; one that comes after a no raises another. A PHQ-9 raises its own.
  const isNews = needsCrisisWords(answer) && !needsCrisisWords(before ?? {}) && body.item9 === undefined
  if (isNews) await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'check-in', causeId: answerId })
  return { assessmentId: id, personId, answerId, answer, isCrisis: needsCrisisWords(answer) }
}
