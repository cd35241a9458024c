import type { OutcomesTable, Responder } from '@dripline/clinical'
import type { Regimen, Subject } from '@dripline/engine'
import { useRef, useState } from 'react'
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
  /** Names the style of this one showing of the page. */
  mark: string
  /** What was sent and does not count yet. */
  held: { id: string; answer: CheckInAnswer } | null
  wantsStop: boolean
  lastAnsweredAt: string | null
  idempotencyKey: string
}

/** A program presses at once; a person has read by then. In ms. */
const READ_MS = 3000

/** One question by its link: what it asks, what is chosen, and the one sending of it. */
export function useCheckIn() {
  const data = usePageData<CheckInData>()
  const refusal = useRefusal()
  const [chosen, setChosen] = useState<CheckInAnswer>({})
  const { path } = data.frame
  const answers = useSend<CheckInAnswer & { mark: string }>('POST', `${path}/answer`, {
    onDone: () => window.location.assign(path),
  })
  const safety = useSend<CheckInAnswer & { mark: string }>('POST', `${path}/answer`)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const choose = (part: CheckInAnswer) => {
    setChosen((before) => ({ ...before, ...part }))
    const { safetyQuestion } = part
    if (safetyQuestion === undefined) return
    clearTimeout(timer.current)
    // A word of danger goes by itself, without *Send*, once the page has been open for as long as a person reads.
    const send = () => safety.send({ safetyQuestion, mark: data.mark })
    if (safetyQuestion !== 'no') timer.current = setTimeout(send, Math.max(0, READ_MS - performance.now()))
  }
  const problem: ProblemError | null = answers.problem ?? safety.problem ?? (answers.isDone ? null : refusal)
  return {
    ...data,
    chosen,
    choose,
    problem,
    isSending: answers.isSending,
    isCrisis: chosen.safetyQuestion === undefined ? data.isCrisis : chosen.safetyQuestion !== 'no',
    submit: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      clearTimeout(timer.current)
      answers.send({ ...chosen, mark: data.mark })
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
