import {
  asked,
  correctableUntil,
  countOf,
  isUnsafe,
  keysOf,
  measures,
  Problem,
  questionnaireOf,
  usualPolicies,
  wholeOf,
} from '@dripline/clinical'
import { z } from 'zod'

const tenth = wholeOf(measures.score)
const yesNo = z.enum(['yes', 'no'], asked('yes-or-no'))

const choicesIn = (id: string): string[] => {
  const [item] = questionnaireOf(id)?.items ?? []
  if (!item || item.kind === 'scale') throw new TypeError(`The questionnaire ${id} has no choices.`)
  return item.kind === 'several' ? [item.none, ...Object.keys(item.choices)] : Object.keys(item.choices)
}

const NONE = 'none'
const effects = z
  .array(z.enum(choicesIn('side-effects'), asked('one-of-effects-in-list-or')))
  .min(1, asked('at-least-one-or-none'))
  .max(20, asked('each-at-most-once'))
  .refine((chosen) => new Set(chosen).size === chosen.length, asked('each-at-most-once'))
  .refine((chosen) => !chosen.includes(NONE) || chosen.length === 1, asked('none-alone-or-what-was-noticed'))

/** What one tap sends: any part of an answer. Parts add up; a part sent again replaces the one before. */
const parts = {
  pain: tenth.optional(),
  mood: tenth.optional(),
  sideEffects: effects.optional(),
  safetyQuestion: z.enum(['no', 'yes', 'rather-not-say'], asked('no-yes-or-rather-not-say')).optional(),
  newProcedure: yesNo.optional(),
  rescueInfusion: yesNo.optional(),
  opioidsUp: yesNo.optional(),
  globalChange: z.enum(choicesIn('global-change'), asked('one-of-words-in-list')).optional(),
}

const somePart = ({ mark: _, ...sent }: Readonly<Record<string, unknown>>) =>
  Object.values(sent).some((part) => part !== undefined)
const anAnswer = { path: [], error: asked('please-answer') }

export const answerSent = z.strictObject(parts).refine(somePart, anAnswer)

/** The same from the page of a link, with the mark of that showing of it. */
export const markedAnswer = z.strictObject({ ...parts, mark: z.string().max(80).optional() }).refine(somePart, anAnswer)

export type AnswerSent = z.infer<typeof answerSent>

export const phq9Sent = z
  .strictObject({
    total: countOf('points', 0, 27),
    item9: countOf('points', 0, 3),
  })
  .refine(({ total, item9 }) => item9 <= total && total <= item9 + 24, {
    path: ['total'],
    error: asked('total-of-nine-items-of-which'),
  })

export type Phq9Sent = z.infer<typeof phq9Sent>

export type Kind = 'daily pain' | 'after session' | 'follow-up' | 'phq-9'
export type Indication = 'pain' | 'depression'
export type Answer = AnswerSent & Partial<Phq9Sent>
export type Part = keyof AnswerSent

/** What was asked, of whom, and when; enough to know which parts an answer has. */
export type Asking = { indication: Indication; kind: Kind; day: number }

export type Assessment = Asking & {
  id: string
  planId: string
  personId: string
  sessionId: string | null
  dueAt: Date
  closesAt: Date
  cancelledAt: Date | null
  zone: string
  /** The parts added up; null when nothing was answered. */
  answer: Answer | null
  /** When each part was first answered. */
  answeredAt: Readonly<Partial<Record<Part | keyof Phq9Sent, Date>>>
  firstAnsweredAt: Date | null
  lastAnsweredAt: Date | null
}

const atResponderDay: readonly Part[] = ['newProcedure', 'rescueInfusion', 'opioidsUp']

/** The parts of an answer that are asked: those without which it is not answered first, then what may be added. */
export const partsOf = ({ indication, kind, day }: Asking): { needed: readonly Part[]; further: readonly Part[] } => {
  if (kind === 'phq-9') return { needed: [], further: [] }
  if (kind === 'daily pain') return { needed: ['pain'], further: [] }
  const asksChange = kind === 'follow-up' && usualPolicies.followUp.globalChangeDays.includes(day)
  const change: readonly Part[] = asksChange ? ['globalChange'] : []
  if (indication === 'depression') return { needed: ['mood', 'safetyQuestion'], further: ['sideEffects', ...change] }
  const isResponderDay = kind === 'follow-up' && day === usualPolicies.responder.day
  return { needed: ['pain'], further: ['sideEffects', ...(isResponderDay ? atResponderDay : []), ...change] }
}

/** Whether everything without which an answer says nothing is there. A part left out is missing, never a no. */
export const isAnswered = ({ answer, ...asking }: Asking & Pick<Assessment, 'answer'>): boolean =>
  asking.kind === 'phq-9' ? answer?.total !== undefined : partsOf(asking).needed.every((part) => answer?.[part] !== undefined)

/** Until when a part may be sent: while the question is open, and once answered until the patient's midnight. */
export const openUntil = ({ answeredAt, closesAt, zone }: Assessment, part: Part): Date => {
  const first = answeredAt[part]
  return first ? new Date(correctableUntil(first.toISOString(), zone)) : closesAt
}

/** Refuses parts that this question does not ask; a safety answer is taken whether it was asked or not. */
export const refuseUnasked = (assessment: Asking, sent: AnswerSent): void => {
  const { needed, further } = partsOf(assessment)
  const asked: readonly Part[] = [...needed, ...further, 'safetyQuestion']
  const unasked = keysOf(sent).filter((part) => sent[part] !== undefined && !asked.includes(part))
  if (unasked.length > 0)
    throw new Problem(
      'not-valid',
      {},
      unasked.map((field) => ({ field, code: 'nothing-this-question-does-not-ask' })),
    )
}

/** Whether an answer calls for the crisis words at once. */
export const needsCrisisWords = ({ safetyQuestion, item9 }: Answer): boolean =>
  isUnsafe({
    ...(safetyQuestion !== undefined && { safetyQuestion }),
    ...(item9 !== undefined && { phq9Item9: item9 as 0 | 1 | 2 | 3 }),
  })
