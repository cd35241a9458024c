import { correctableUntil, Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { answerForm } from '../../platform/document.ts'
import { linkedRecord } from '../../platform/link.ts'
import { markOf } from '../../platform/link-mark.ts'
import { faultsOf } from '../../platform/shape.ts'
import { shows } from '../../platform/shown.ts'
import { type AnswerSent, isAnswered, markedAnswer, needsCrisisWords, openUntil, partsOf } from './assessment.ts'
import { courseOf } from './course.ts'
import { heldOf } from './held-store.ts'
import { resumeQuestions, stopQuestions } from './stop-questions.ts'
import { type AssessmentOf, assessmentOf } from './store.ts'
import { confirmAnswer, takeAnswer } from './take-answer.ts'

export type CheckInStanding = 'open' | 'answered' | 'over' | 'stopped' | 'taken back' | 'early'

/** How a question stands for the person who opens its link. Answered and still to be corrected is open. */
const standingOf = (assessment: AssessmentOf, isStopped: boolean, now: Date): CheckInStanding => {
  if (isStopped) return 'stopped'
  if (assessment.cancelledAt) return 'taken back'
  if (assessment.dueAt > now) return 'early'
  const { needed, further } = partsOf(assessment)
  if ([...needed, ...further].some((part) => openUntil(assessment, part) > now)) {
    const isDone = isAnswered(assessment) && needed.every((part) => openUntil(assessment, part) <= now)
    return isDone ? 'answered' : 'open'
  }
  return isAnswered(assessment) ? 'answered' : 'over'
}

// What was answered is shown only while it may be corrected: an answer of another day would lean on the next one.
const checkInPage = (ctx: Ctx, asked: Readonly<Record<string, unknown>> = {}) =>
  inClinic(ctx, 'see-check-in', async (tx) => {
    const assessment = await assessmentOf(tx, linkedRecord(ctx, 'check-in'))
    const course = assessment && (await courseOf(tx, assessment.planId, ctx.now().toISOString()))
    if (!assessment || !course || assessment.kind === 'phq-9') throw new Problem('link-unusable')
    const { personId, indication, kind, day, zone, closesAt, answer, firstAnsweredAt } = assessment
    const standing = standingOf(assessment, course.isStopped, ctx.now())
    const held = standing === 'open' ? await heldOf(tx, assessment.id) : null
    return shows([personId], {
      personId,
      indication,
      kind,
      day,
      zone,
      ...partsOf(assessment),
      standing,
      answer: standing === 'open' ? answer : null,
      isCrisis: needsCrisisWords(answer ?? {}),
      closesAt: closesAt.toISOString(),
      correctableUntil: firstAnsweredAt && correctableUntil(firstAnsweredAt.toISOString(), zone),
      mark: markOf(ctx),
      held: held && { id: held.id, answer: held.body },
      wantsStop: standing === 'open' && (asked.ask === 'stop' || asked.act === 'stop'),
      lastAnsweredAt: assessment.lastAnsweredAt?.toISOString() ?? null,
      idempotencyKey: ctx.newId(),
    })
  })

const SCORES = ['pain', 'mood']
const SEVERAL = 'sideEffects'
const FORM_ONLY = ['idempotency-key', 'act', 'choice', 'held']
/** The one choice of day 28 that says nothing else happened. */
const NONE_OF_THESE: AnswerSent = { sideEffects: ['none'], newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' }

type Sent = Readonly<Record<string, string | File | (string | File)[]>>

/** The plain form as the answer it stands for; all its faults are one problem. */
const readForm = (sent: Sent): AnswerSent & { mark?: string | undefined } => {
  const own = Object.entries(sent).filter(([name, value]) => !FORM_ONLY.includes(name) && value !== '')
  const said = Object.fromEntries(
    own.map(([name, value]) => {
      if (name === SEVERAL) return [name, [value].flat()]
      return [name, SCORES.includes(name) && /^\d{1,2}$/.test(String(value)) ? Number(value) : value]
    }),
  )
  const { since, ...rest } = said
  const found = markedAnswer.safeParse(since === 'none-of-these' ? { ...rest, ...NONE_OF_THESE } : rest)
  if (!found.success) throw new Problem('not-valid', {}, faultsOf(found.error.issues, said))
  return found.data
}

const chosen = (sent: Sent, ...choices: readonly string[]): string => {
  if (typeof sent.choice === 'string' && choices.includes(sent.choice)) return sent.choice
  throw new Problem('not-valid', {}, [{ field: 'choice', code: 'one-of-two' }])
}

// A press alone says nothing: whoever stops, asks again or confirms has chosen so first.
const answerOnPage = async (ctx: Ctx, sent: Sent, page: string) => {
  if (sent.act === 'stop') {
    if (chosen(sent, 'stop', 'keep') === 'stop') await stopQuestions(ctx)
  } else if (sent.act === 'ask-again') {
    if (chosen(sent, 'again', 'keep') === 'again') await resumeQuestions(ctx)
  } else if (sent.act === 'confirm') {
    if (chosen(sent, 'right', 'wrong') === 'right') await confirmAnswer(ctx, { heldId: String(sent.held) })
  } else await takeAnswer(ctx, readForm(sent))
  return page
}

const GONE = 410

/** The page of one question: what is chosen is sent by one button, so it works without script. */
export const outcomesDocuments = new Hono<{ Variables: Variables }>()
  .get('/l/:secret/check-in', allow('link'), async (c) => {
    const page = await checkInPage(c.var.ctx, c.req.query())
    return c.var.show(page, page.standing === 'over' ? GONE : 200)
  })
  .post('/l/:secret/check-in', allow('link'), async (c) => {
    const sent = (await c.req.parseBody({ all: true })) as Sent
    return answerForm(
      c,
      () => checkInPage(c.var.ctx, sent),
      () => answerOnPage(c.var.ctx, sent, new URL(c.req.url).pathname),
    )
  })
