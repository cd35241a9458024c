import { type Answers, answersShape, type Finding } from '@dripline/clinical'
import { z } from 'zod'

const tenth = z.int('a whole number from 0 to 10').min(0, 'a whole number from 0 to 10').max(10, 'a whole number from 0 to 10')

/** What a course is measured against: pain three ways, or mood and the PHQ-9 total with its item 9. */
export const baselineShape = z.strictObject({
  painNow: tenth.optional(),
  painAverage: tenth.optional(),
  painWorst: tenth.optional(),
  mood: tenth.optional(),
  phq9Total: z
    .int('a whole number from 0 to 27')
    .min(0, 'a whole number from 0 to 27')
    .max(27, 'a whole number from 0 to 27')
    .optional(),
})

export type Baseline = z.infer<typeof baselineShape>
export const baselineKeys = Object.keys(baselineShape.shape) as (keyof Baseline)[]

/** What the form sends: the answers that changed, and when they were true if not now. */
export const answersSent = z
  .strictObject({
    answers: answersShape,
    baseline: baselineShape,
    measuredAt: z.iso.datetime({ offset: true, error: 'an instant like 2026-11-23T09:00:00Z' }).optional(),
  })
  .refine(
    ({ baseline, answers }) =>
      baseline.phq9Total === undefined || answers.phq9Item9 === undefined || answers.phq9Item9 <= baseline.phq9Total,
    {
      path: ['baseline', 'phq9Total'],
      error: 'a total of at least item 9',
    },
  )
  .refine(({ baseline, answers }) => baseline.phq9Total === undefined || answers.phq9Item9 !== undefined, {
    path: ['answers', 'phq9Item9'],
    error: 'item 9 beside the total',
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
