import {
  type Answers,
  answersSentShape,
  countOf,
  type Finding,
  instantOf,
  measures,
  phq9TotalShape,
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

export type AnswersSent = z.infer<typeof answersSent>

export type Override = { rule: string; reason: string }

export type Decision = 'accept' | 'defer' | 'decline'

export type ScreeningRecord = {
  screeningId: string
  personId: string
  indication: 'pain' | 'depression'
  madeAt: string
  findings: Finding[]
}

/** Whether an answer is anything but a clear no to danger: then somebody must own it until it is closed. */
export const isUnsafe = ({ safetyQuestion, phq9Item9, asqResult, cssrsCategory }: Partial<Answers>): boolean =>
  (safetyQuestion !== undefined && safetyQuestion !== 'no') ||
  (phq9Item9 !== undefined && phq9Item9 > 0) ||
  (asqResult !== undefined && asqResult !== 'negative') ||
  (cssrsCategory !== undefined && cssrsCategory !== 'none')
