import type { OutcomesTable, Responder } from '@dripline/clinical'
import type { Regimen, Subject } from '@dripline/engine'
import { useState } from 'react'
import type { ProblemError } from './api.ts'
import { useRefusal } from './booking.ts'
import { addressOf, api, areaOf } from './client.ts'
import { useLoad } from './load.ts'
import { usePageData } from './page-data.ts'
import { usePost } from './route.ts'
import { useSend } from './send.ts'

type Indication = 'pain' | 'depression'
type YesOrNo = 'yes' | 'no'

export type CheckInAnswer = {
  pain?: number
  mood?: number
  sideEffects?: readonly string[]
  safetyQuestion?: 'no' | 'yes' | 'rather-not-say'
  newProcedure?: YesOrNo
  rescueInfusion?: YesOrNo
  opioidsUp?: YesOrNo
  globalChange?: string
}
export type CheckInPart = keyof CheckInAnswer

export type CheckInData = {
  indication: Indication
  kind: 'daily pain' | 'after session' | 'follow-up'
  day: number
  zone: string
  /** The parts without which it is not answered, then what may be added. */
  needed: readonly CheckInPart[]
  further: readonly CheckInPart[]
  standing: 'open' | 'answered' | 'over' | 'stopped' | 'taken back' | 'early'
  answer: CheckInAnswer | null
  isCrisis: boolean
  closesAt: string
  idempotencyKey: string
}

export type Saving = 'saved' | 'saving' | 'not saved'

/** One question by its link: what it asks, what was answered so far, and a tap that saves at once where there is script. */
export function useCheckIn() {
  const data = usePageData<CheckInData>()
  const refusal = useRefusal()
  const [answer, setAnswer] = useState<CheckInAnswer>(data.answer ?? {})
  const taps = useSend<CheckInAnswer>('POST', `${data.frame.path}/answer`)
  const problem: ProblemError | null = taps.problem ?? (taps.isDone ? null : refusal)
  const saving: Saving = taps.isSending ? 'saving' : taps.problem ? 'not saved' : 'saved'
  return {
    ...data,
    answer,
    saving,
    problem,
    isCrisis: answer.safetyQuestion === undefined ? data.isCrisis : answer.safetyQuestion !== 'no',
    isWhole: data.needed.every((part) => answer[part] !== undefined),
    tap: (part: CheckInAnswer) => {
      setAnswer((before) => ({ ...before, ...part }))
      taps.send(part)
    },
  }
}

type Place = { assessmentId: string; kind: string; day: number; dueAt: string }

export type ReliefScore = Place & CheckInAnswer & { answeredAt: string; date: string; total?: number; item9?: number }

export type ReliefCourse = {
  planId: string
  indication: Indication
  zone: string
  dayZero: string | null
  /** Local date. */
  firstSession: string
  firstStart: string | null
  sessionsGiven: readonly string[]
  sessionsPlanned: number
  isStopped: boolean
  /** Whose body, and every dose really given, minutes from the first start; told for pain alone. */
  given: { subject: Subject; regimen: Regimen } | null
  scores: readonly ReliefScore[]
  earlierScores: readonly { date: string; value: number }[]
  unanswered: readonly Place[]
  toCome: readonly Place[]
  outcome: Responder
}

export type Relief = {
  personId: string
  name: string
  dateOfBirth: string | null
  sex: 'female' | 'male' | null
  now: string
  courses: readonly ReliefCourse[]
}

const news = ['answer-check-in', 'answer-by-phone', 'enter-phq-9', 'plan-follow-up', 'stop-questions', 'resume-questions']
const sessionNews = ['start-infusion', 'stop-infusion', 'change-rate', 'hold-pump', 'amend-entry']

export const useRelief = (personId: string) =>
  useLoad<Relief>(addressOf(api.outcomes.people[':personId'].relief, { param: { personId } }), {
    live: [...news, ...sessionNews],
  })

export type Counted = {
  planId: string
  personId: string
  name: string
  group: Indication
  dayZero: string | null
  responder: Responder
}

export const useOutcomes = () =>
  useLoad<{ now: string; table: OutcomesTable; people: readonly Counted[] }>(addressOf(api.analytics.outcomes), { live: news })

export type Unanswered = Place & {
  planId: string
  personId: string
  name: string
  phone: string
  zone: string
  indication: Indication
  closesAt: string
  missing: readonly CheckInPart[]
}

const assessment = api.outcomes.assessments[':assessmentId']

export const useUnanswered = () =>
  useLoad<readonly Unanswered[]>(addressOf(api.outcomes.unanswered), { live: news, everyMs: 60_000 })

export const useAnswerByPhone = (assessmentId: string, onDone?: () => void) =>
  useSend<CheckInAnswer, { isCrisis: boolean }>('POST', addressOf(assessment.answer, { param: { assessmentId } }), {
    refreshes: [areaOf('outcomes')],
    ...(onDone && { onDone }),
  })

export const useEnterPhq9 = (assessmentId: string) => usePost(assessment['phq-9'], { param: { assessmentId } })
