import {
  answersSentShape,
  confirmedShape,
  countOf,
  type Finding,
  instantOf,
  measures,
  phq9TotalShape,
  safetyShape,
  wholeOf,
} from '@dripline/clinical'
import { z } from 'zod'

const tenth = wholeOf(measures.score)
const total = countOf('points', 0, 27)

/** What a course is measured against: pain three ways, or mood and the PHQ-9 total with its item 9. */
export const baselineShape = z.strictObject({
  painNow: tenth.optional(),
  painAverage: tenth.optional(),
  painWorst: tenth.optional(),
  mood: tenth.optional(),
  phq9Total: total.optional(),
})

/** What the form sends: the answers that changed, and when they were true if not now. */
export const answersSent = z
  .strictObject({
    answers: answersSentShape,
    baseline: baselineShape,
    measuredAt: instantOf().optional(),
    confirmed: confirmedShape,
  })
  .superRefine(({ baseline, answers }, context) => {
    if (baseline.phq9Total === undefined) return
    if (answers.phq9Item9 === undefined) {
      context.addIssue({ code: 'custom', path: ['answers', 'phq9Item9'], message: 'item 9 beside the total' })
      return
    }
    const both = phq9TotalShape.safeParse({ total: baseline.phq9Total, item9: answers.phq9Item9 })
    for (const { path, message } of both.error?.issues ?? [])
      context.addIssue({
        code: 'custom',
        path: path[0] === 'item9' ? ['answers', 'phq9Item9'] : ['baseline', 'phq9Total'],
        message,
      })
  })

/** One or more safety answers, as they are sent the moment they are given. */
export const safetySent = z.strictObject({
  source: z.enum(['form', 'check-in', 'follow-up'], 'where it was asked').default('form'),
  answers: safetyShape,
})

export type AnswersSent = Omit<z.infer<typeof answersSent>, 'confirmed'> & { confirmed?: readonly string[] }

export type Override = { rule: string; reason: string }

export type Decision = 'accept' | 'defer' | 'decline'

export type ScreeningRecord = {
  screeningId: string
  personId: string
  indication: 'pain' | 'depression'
  madeAt: string
  findings: Finding[]
}
