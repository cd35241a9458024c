import { useRef, useState } from 'react'
import { type Api, addressOf, api, areaOf } from './client.ts'
import { useDraft } from './draft.ts'
import { type Read, usePost, useRoute } from './route.ts'
import { useSend } from './send.ts'

export type Answered = {
  answer: string
  at: string
  by: string | null
  before: readonly { answer: string; at: string; by: string | null }[]
}
const news = [
  'book-call',
  'move-appointment',
  'cancel-appointment',
  'start-call',
  'take-back-call',
  'end-call',
  'miss-call',
  'enter-answer',
  'give-call',
  'keep-call',
  'take-call',
  'follow-call',
]
const calls: Api['booking']['calls'] = api.booking.calls
const call: Api['booking']['calls'][':appointmentId'] = calls[':appointmentId']

type Calls = Read<typeof calls>
export type ListedCall = Calls['calls'][number]
export type OpenStretch = Calls['open'][number]
type Detail = Read<typeof call>
export type CallDetail = Omit<Detail, 'answers'> & {
  answers: Readonly<Record<string, Answered>> & { readonly safety?: Answered; readonly notes?: Answered }
}

/** The calls of a day, today's when none is named. */
export const useCalls = (day?: string): Calls => useRoute(calls, { query: day ? { day } : {} }, { live: news })

type Measures = Read<typeof calls.measures>
export type WeekOfCalls = Measures['weeks'][number]
export type MeasuresAsked = { to?: string; weeks: string; clinicianId?: string }

/** What became of the calls of so many weeks. */
export const useCallMeasures = (asked: MeasuresAsked): Measures => useRoute(calls.measures, { query: asked }, { everyMs: 60_000 })

/** Where the same is had as a file. */
export const callMeasuresFile = (asked: MeasuresAsked): string => addressOf(calls.measures.export, { query: asked })

export const useCall = (appointmentId: string): CallDetail => useRoute(call, { param: { appointmentId } }, { live: news })

export const useStartCall = (appointmentId: string) => usePost(call.start, { param: { appointmentId } })

/** Takes back a call that was begun by mistake. */
export const useTakeBackCall = (appointmentId: string) => usePost(call['take-back'], { param: { appointmentId } })

export const useEntry = (appointmentId: string) => usePost(call.entries, { param: { appointmentId } })

/** Enters one answer at a touch: it shows at once, and goes back to what is kept when it could not be saved. */
export function useAnswers({ appointmentId, answers }: Pick<CallDetail, 'appointmentId' | 'answers'>) {
  const { sendAndWait, isSending, problem } = useEntry(appointmentId)
  const [pending, setPending] = useState<Readonly<Record<string, string>>>({})
  const enter = (question: string, answer: string) => {
    const clear = () => setPending(({ [question]: _, ...others }) => others)
    setPending((others) => ({ ...others, [question]: answer }))
    sendAndWait({ question, answer }).then(clear, clear)
  }
  return { enter, answerTo: (question: string) => pending[question] ?? answers[question]?.answer ?? '', isSending, problem }
}

export const useEndCall = (appointmentId: string) => usePost(call.outcome, { param: { appointmentId } })

/** Offers the call to a colleague; it stays with who gives it until it is taken. */
export const useGiveCall = (appointmentId: string, onDone: () => void) =>
  usePost(call.give, { param: { appointmentId } }, { onDone })

export const useKeepCall = (appointmentId: string) => usePost(call.keep, { param: { appointmentId } })

export const useTakeCall = (appointmentId: string) => usePost(call.take, { param: { appointmentId } })

/** The letter after the call as these words would make it. */
export const useReadFollow = (appointmentId: string) => usePost(call.letter.read, { param: { appointmentId } })

export const useFollowCall = (appointmentId: string) => usePost(call.letter, { param: { appointmentId } })

export const useMissCall = () =>
  useSend<{ appointmentId: string }>('POST', ({ appointmentId }) => addressOf(call.missed, { param: { appointmentId } }), {
    refreshes: [areaOf('booking')],
  })

const PAUSE_MS = 1200

/** Notes that save themselves after a pause in typing, and at once when the field is left. */
export function useNotes(appointmentId: string, kept: Answered | undefined) {
  const enter = useEntry(appointmentId)
  const draft = useDraft(`call notes ${appointmentId}`, kept?.answer ?? '')
  const { value: text, set: setText } = draft
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(kept?.answer ?? '')
  const save = (answer: string) => {
    clearTimeout(timer.current)
    if (answer === last.current && !enter.problem) return
    last.current = answer
    enter.sendAndWait({ question: 'notes', answer }).then(
      () => draft.settle(answer),
      () => undefined,
    )
  }
  const change = (answer: string) => {
    setText(answer)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => save(answer), PAUSE_MS)
  }
  return {
    draft,
    text,
    change,
    leave: () => save(text),
    isSaved: text === last.current && !enter.isSending && !enter.problem,
    problem: enter.problem,
  }
}
