import { z } from 'zod'
import { isUnsafe } from '../screening/screening.ts'

const scale = z.int('a whole number from 0 to 10').min(0, 'a whole number from 0 to 10').max(10, 'a whole number from 0 to 10')
const yesNo = z.enum(['yes', 'no'], 'yes or no')

/** What one tap sends: any part of an answer. Parts add up; a part sent again replaces the one before. */
export const answerSent = z
  .strictObject({
    pain: scale.optional(),
    mood: scale.optional(),
    sideEffects: z.array(z.string().max(40)).max(20).optional(),
    safetyQuestion: z.enum(['no', 'yes', 'rather-not-say'], 'no, yes or rather not say').optional(),
    newProcedure: yesNo.optional(),
    rescueInfusion: yesNo.optional(),
    opioidsUp: yesNo.optional(),
    globalChange: z.string().max(40).optional(),
  })
  .refine((sent) => Object.values(sent).some((part) => part !== undefined), { path: [], error: 'an answer' })

export type AnswerSent = z.infer<typeof answerSent>

export const phq9Sent = z
  .strictObject({
    total: z.int('a whole number from 0 to 27').min(0, 'a whole number from 0 to 27').max(27, 'a whole number from 0 to 27'),
    item9: z.int('a whole number from 0 to 3').min(0, 'a whole number from 0 to 3').max(3, 'a whole number from 0 to 3'),
  })
  .refine(({ total, item9 }) => item9 <= total, { path: ['total'], error: 'a total of at least item 9' })

export type Phq9Sent = z.infer<typeof phq9Sent>

export type Kind = 'daily pain' | 'after session' | 'follow-up' | 'phq-9'
export type Answer = AnswerSent & Partial<Phq9Sent>

export type Assessment = {
  id: string
  planId: string
  personId: string
  indication: 'pain' | 'depression'
  kind: Kind
  day: number
  sessionId: string | null
  dueAt: Date
  closesAt: Date
  cancelledAt: Date | null
  zone: string
  /** The parts added up; null when nothing was answered. */
  answer: Answer | null
  firstAnsweredAt: Date | null
  lastAnsweredAt: Date | null
}

/** Whether an answer calls for the crisis words at once. */
export const needsCrisisWords = ({ safetyQuestion, item9 }: Answer): boolean =>
  isUnsafe({
    ...(safetyQuestion !== undefined && { safetyQuestion }),
    ...(item9 !== undefined && { phq9Item9: item9 as 0 | 1 | 2 | 3 }),
  })
