import {
  answersSentShape,
  asked,
  confirmedShape,
  countOf,
  type Finding,
  instantOf,
  measures,
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
export const answersSent = z.strictObject({
  answers: answersSentShape,
  baseline: baselineShape,
  measuredAt: instantOf().optional(),
  confirmed: confirmedShape,
})

/** One or more safety answers, as they are sent the moment they are given. */
export const safetySent = z.strictObject({
  source: z.enum(['form', 'check-in', 'follow-up'], asked('where-it-was-asked')).default('form'),
  answers: safetyShape,
})

export type AnswersSent = Omit<z.infer<typeof answersSent>, 'confirmed'> & { confirmed?: readonly string[] }

export type Override = { rule: string; reason: string }

/** How a caution is met, in the prescriber’s words. */
export type Mitigation = { rule: string; words: string }

export type Decision = 'accept' | 'defer' | 'decline'

export type ScreeningRecord = {
  screeningId: string
  personId: string
  indication: 'pain' | 'depression'
  madeAt: string
  findings: Finding[]
}
