import { useRef, useState } from 'react'
import type { ProblemError } from './api.ts'
import { useRefusal } from './booking.ts'
import { type Api, addressOf, api, areaOf } from './client.ts'
import { usePageData } from './page-data.ts'
import { type Read, type Reply, type Sent, usePost, useRoute } from './route.ts'
import { useSend } from './send.ts'

type Indication = 'pain' | 'depression'

type AnswerSent = Sent<Api['outcomes']['assessments'][':assessmentId']['answer']>
/** What is chosen on a page: numbers and words of a list, never text that was typed. */
export type CheckInAnswer = Omit<AnswerSent, 'pain' | 'mood' | 'sideEffects'> & {
  pain?: number
  mood?: number
  sideEffects?: readonly string[]
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

const outcomes: Api['outcomes'] = api.outcomes
const assessment: Api['outcomes']['assessments'][':assessmentId'] = outcomes.assessments[':assessmentId']
const relief: Api['outcomes']['people'][':personId']['relief'] = outcomes.people[':personId'].relief

export type Relief = Read<typeof relief>
export type ReliefCourse = Relief['courses'][number]
export type ReliefScore = ReliefCourse['scores'][number]

const news = ['answer-check-in', 'answer-by-phone', 'enter-phq-9', 'plan-follow-up', 'stop-questions', 'resume-questions']
const sessionNews = ['start-infusion', 'stop-infusion', 'change-rate', 'hold-pump', 'amend-entry']

export const useRelief = (personId: string): Relief =>
  useRoute(relief, { param: { personId } }, { live: [...news, ...sessionNews] })

export type Counting = Read<typeof api.analytics.outcomes>
export type Counted = Counting['people'][number]

export type Period = Counting['period']

export const useOutcomes = (period: Period): Counting => useRoute(api.analytics.outcomes, { query: { period } }, { live: news })

type ToPhone = Read<typeof outcomes.unanswered>
export type PersonToPhone = ToPhone['people'][number]
export type Unanswered = PersonToPhone['questions'][number]

export const useUnanswered = ({ which, page }: { which: keyof ToPhone['counts']; page: number }): ToPhone =>
  useRoute(outcomes.unanswered, { query: { which, page: String(page) } }, { live: news, everyMs: 60_000 })
export const unansweredFile = (): string => addressOf(outcomes.unanswered.export)

export const useAnswerByPhone = (assessmentId: string, onDone?: () => void) =>
  useSend<CheckInAnswer, Reply<typeof assessment.answer>>('POST', addressOf(assessment.answer, { param: { assessmentId } }), {
    refreshes: [areaOf('outcomes')],
    ...(onDone && { onDone }),
  })

export const useEnterPhq9 = (assessmentId: string) => usePost(assessment['phq-9'], { param: { assessmentId } })
