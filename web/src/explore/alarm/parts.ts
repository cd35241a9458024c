import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/explore'
import type { Part } from '../walk.tsx'
import type { AlarmNumbers } from './numbers.ts'

const kinds = ['touch', 'weak', 'weak', 'weak', 'strong', 'strong', 'strong', 'severe', 'severe', 'other'] as const

/** A strength in words: "a touch", "strong". */
export const strengthWords = (to: Reader, place: number): string => words.alarmStrength(to, { kind: kinds[place] ?? 'strong' })

/** The numbers of a strength, for every sentence about it. */
export const at = ({ calm, stuck, courses, touchBefore }: AlarmNumbers, place: number) => {
  const { first = 0, touchAfter = 0 } = courses[place] ?? {}
  const of100 = (values: readonly number[]) => Math.round(values[place] ?? 0)
  return { calm: of100(calm), stuck: of100(stuck), first, before: touchBefore, after: touchAfter }
}

/** The three charts as they are walked. */
export function partsOf(to: Reader, numbers: AlarmNumbers, place: number): readonly Part[] {
  const { calm, stuck } = at(numbers, place)
  const { days, courses, opioid } = numbers
  const course = courses[place]?.stuck ?? []
  const cork = (values: readonly number[]): Part[] =>
    values.map((count, i) => ({
      says: words.alarmGatesAt(to, { step: i + 1, strength: strengthWords(to, i), count: Math.round(count) }),
    }))
  const weekly = days.flatMap((day, i) => (day % 7 === 0 ? [{ day, count: Math.round(course[i] ?? 0) }] : []))
  return [
    {
      says: words.alarmCorkSays(to, { calm, stuck }),
      inside: [
        { says: words.alarmCorkAxes(to) },
        { says: words.alarmCalm(to), inside: cork(numbers.calm) },
        { says: words.alarmMonths(to), inside: cork(numbers.stuck) },
      ],
    },
    {
      says: words.alarmCourseSays(to, { most: Math.round(Math.max(...course)) }),
      inside: weekly.map((point) => ({ says: words.alarmCourseAt(to, point) })),
    },
    {
      says: words.alarmPillSays(to),
      inside: opioid.days.flatMap((day, i) =>
        Number.isInteger(day) && day % 6 === 0
          ? [{ says: words.alarmPillAt(to, { day, count: Math.round(opioid.pain[i] ?? 0) }) }]
          : [],
      ),
    },
  ]
}
