import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/explore'
import type { Part } from '../walk.tsx'
import type { Kind, OfRelief, WeeksNumbers } from './numbers.ts'

/** A course as messages name it: what has no name of its own there is the hundred hours. */
export const named = (kind: Kind) => ({ kind: kind === 'hundred' ? 'other' : kind }) as const

const inWeeks = (day: number) => Math.round(day / 7)

/** Whether the answer is shorter or longer than what somebody thought, in days; within a week it is neither. */
export const against = (guessed: number | null, typical: number, lastDay: number): 'shorter' | 'longer' | 'other' => {
  const difference = (guessed ?? lastDay + 1) - typical
  return Math.abs(difference) <= 7 ? 'other' : difference > 0 ? 'shorter' : 'longer'
}

/** How long relief of a course is worth having, in one sentence. */
export function answerOf(to: Reader, { courses, worth, lastDay }: WeeksNumbers, kind: Kind): string {
  const { typical, soonest, latest } = courses[kind].under
  if (!typical) return words.weeksNever(to, { of100: worth })
  return words.weeksAnswer(to, {
    of100: worth,
    weeks: inWeeks(typical),
    soonest: inWeeks(soonest ?? 0),
    latest: inWeeks(latest ?? lastDay),
  })
}

/** The weeks somebody has guessed, in words. */
export const guessWords = (to: Reader, guessed: number | null, { lastDay }: WeeksNumbers): string =>
  guessed === null ? words.weeksYouSaidMore(to, { weeks: inWeeks(lastDay) }) : words.weeksYouSaid(to, { weeks: inWeeks(guessed) })

const reliefAt = (to: Reader, day: number, [low, , typical, , high]: OfRelief) =>
  words.weeksPoint(to, { day, typical: Math.round(typical), low: Math.round(low), high: Math.round(high) })

/** Both charts of a course as they are walked. */
export function partsOf(to: Reader, numbers: WeeksNumbers, kind: Kind): readonly [Part, Part] {
  const { hours, days, courses, twenty } = numbers
  const { drug, relief } = courses[kind]
  return [
    {
      says: words.weeksDrugSays(to),
      inside: hours.flatMap((hour, i) =>
        hour % 12 === 0 ? [{ says: words.weeksDrugAt(to, { hours: hour, of100: Math.round(drug[i] ?? 0) }) }] : [],
      ),
    },
    {
      says: `${words.weeksOnCurve(to, named(kind))}. ${answerOf(to, numbers, kind)}`,
      inside: [
        { says: words.weeksAxes(to) },
        {
          says: words.weeksHelped(to),
          inside: days.flatMap((day, i) => (relief[i] ? [{ says: reliefAt(to, day, relief[i]) }] : [])),
        },
        { says: words.weeksNone(to, { count: 20 - twenty.relief }) },
      ],
    },
  ]
}
