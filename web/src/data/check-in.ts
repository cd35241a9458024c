import { useRef, useState } from 'react'
import type { ProblemError } from './api.ts'
import type { Api } from './client.ts'
import { usePageData } from './page-data.ts'
import { useReader } from './reader.ts'
import type { Sent } from './route.ts'
import { useSend } from './send.ts'
import { useRefusal, worded } from './visitor.ts'

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
  const to = useReader()
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
  const said: ProblemError | null = answers.problem ?? safety.problem ?? (answers.isDone ? null : refusal)
  return {
    ...data,
    chosen,
    choose,
    problem: said && worded(to, said),
    isSending: answers.isSending,
    isCrisis: chosen.safetyQuestion === undefined ? data.isCrisis : chosen.safetyQuestion !== 'no',
    submit: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      clearTimeout(timer.current)
      answers.send({ ...chosen, mark: data.mark })
    },
  }
}
