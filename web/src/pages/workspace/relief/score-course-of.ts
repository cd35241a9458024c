import type { Course } from '../../../charts/course.ts'
import type { ReliefCourse } from '../../../data/outcomes.ts'
import { sayTime } from '../../../ui/when.ts'

const DAY_MS = 86_400_000
const BEFORE_DAYS = 8
/** The last day on which something is asked, and room beside it. */
const FOLLOWED_DAYS = 92
const MOODS = 6

/** A course as its picture needs it, in days of real time from the first infusion; before one, from the day planned for it. */
export function scoreCourse(course: ReliefCourse, now: string, key: 'pain' | 'total'): Course {
  const start = course.firstStart ?? `${course.firstSession}T12:00:00Z`
  const dayOf = (at: string) => (Date.parse(at) - Date.parse(start)) / DAY_MS
  const infusions = course.sessionsGiven.map(dayOf)
  const scores = course.scores.flatMap((each) => {
    const score = each[key]
    return score === undefined ? [] : [{ day: dayOf(each.answeredAt), score }]
  })
  const earlier =
    key === 'total' ? course.earlierScores.map(({ date, value }) => ({ day: dayOf(`${date}T12:00:00Z`), score: value })) : []
  const all = [...earlier, ...scores].filter(({ day }) => day > -BEFORE_DAYS * 4).sort((a, b) => a.day - b.day)
  return {
    dayZero: start,
    counts: 'first',
    zone: course.zone,
    firstDay: Math.min(-BEFORE_DAYS, ...all.map(({ day }) => day - 1)),
    lastDay: Math.max(FOLLOWED_DAYS, (infusions.at(-1) ?? 0) + FOLLOWED_DAYS),
    today: dayOf(now),
    infusions,
    scores: all,
  }
}

/** The last few moods in words, newest first; empty when none was tapped. */
export const moodsOf = ({ scores, zone }: ReliefCourse): string =>
  scores
    .filter(({ mood }) => mood !== undefined)
    .slice(-MOODS)
    .reverse()
    .map(({ mood, answeredAt }) => `${mood} on ${sayTime(answeredAt, zone, 'short day')}`)
    .join(', ')
