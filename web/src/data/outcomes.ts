import type { CheckInAnswer } from './check-in.ts'
import { type Api, addressOf, api, areaOf } from './client.ts'
import { type Read, type Reply, type Sent, useAsked, usePost, useRoute } from './route.ts'
import { useSend } from './send.ts'

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
export type Standing = keyof Counting['who']['counts']
export type Counted = Counting['who']['people'][number]

export type Period = Counting['period']

export const useOutcomes = ({ period, who, page }: { period: Period; who: Standing; page: number }): Counting =>
  useRoute(api.analytics.outcomes, { query: { period, who, page: String(page) } }, { live: news })

type ToPhone = Read<typeof outcomes.unanswered>
export type PersonToPhone = ToPhone['people'][number]
export type Unanswered = PersonToPhone['questions'][number]

export const useUnanswered = ({ which, page }: { which: keyof ToPhone['counts']; page: number }): ToPhone =>
  useRoute(outcomes.unanswered, { query: { which, page: String(page) } }, { live: news, everyMs: 60_000 })

/** A page of those of whom one is looked for by name, phone or birth date; nothing while nobody is looked for. */
export const useFoundUnanswered = (
  asked: Sent<typeof outcomes.unanswered> | null,
): Reply<typeof outcomes.unanswered> | undefined => {
  const { answer, problem } = useAsked(outcomes.unanswered, asked)
  if (problem && !answer) throw problem
  return answer
}
export const unansweredFile = (): string => addressOf(outcomes.unanswered.export)

export const useAnswerByPhone = (assessmentId: string, onDone?: () => void) =>
  useSend<CheckInAnswer, Reply<typeof assessment.answer>>('POST', addressOf(assessment.answer, { param: { assessmentId } }), {
    refreshes: [areaOf('outcomes')],
    ...(onDone && { onDone }),
  })

export const useEnterPhq9 = (assessmentId: string) => usePost(assessment['phq-9'], { param: { assessmentId } })
