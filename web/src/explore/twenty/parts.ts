import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/bets'
import type { FanPoint } from '../../charts/fan.tsx'
import { saidOf } from '../along-parts.ts'
import { type Guessed, numberIn, type Question } from '../guess/guess.ts'
import type { TwentyNumbers } from './numbers.ts'

export const PEOPLE = 20

export const questionsOf = (to: Reader): readonly Question[] => [
  { name: 'drug', kind: 'number', asks: words.twentyDrugAsks(to) },
  { name: 'placebo', kind: 'number', asks: words.twentyPlaceboAsks(to) },
]

/** What is said to a guess, or to none: what it was, and how far off that could be. */
export function answerOf(to: Reader, { drug, placebo }: TwentyNumbers, guessed: Guessed | null): string[] {
  const [said, onPlacebo] = [numberIn(guessed?.drug), numberIn(guessed?.placebo)]
  return [
    ...(said === null || onPlacebo === null ? [] : [words.twentySaid(to, { drug: said, placebo: onPlacebo })]),
    words.twentyWas(to, { relief: drug.typical, onPlacebo: placebo.typical }),
    words.twentyCould(to, { low: drug.low, high: drug.high, placeboLow: placebo.low, placeboHigh: placebo.high }),
  ]
}

/** A week in one sentence: those without relief and those on placebo as loud as those with. */
export const resultOf = (to: Reader, { drug, placebo }: TwentyNumbers, week: FanPoint): string =>
  words.twentyResult(to, {
    week: week.at,
    none: PEOPLE - drug.typical,
    had: drug.typical,
    ...saidOf(week),
    placebo: placebo.typical,
    unhelped: PEOPLE - placebo.typical,
  })

/** What the trial itself says of a week. */
export function trialSays(to: Reader, { first, lost }: TwentyNumbers, week: number): string {
  if (week <= 1) return words.twentyFirst(to, { drug: `${first.drug}`, placebo: `${first.placebo}` })
  return week < lost ? words.twentyThen(to) : words.twentyLast(to, { lost })
}

/** Where those who had relief stand in a week: sure of it, in doubt, or without; all of them as the typical one. */
export function standing({ drug: { typical: had }, worth }: TwentyNumbers, { p5, median, p95 }: FanPoint) {
  const none = { filled: 0, likely: 0, doubtful: 0 }
  if (p5 >= worth) return { ...none, state: 'holds' as const, filled: had }
  if (p95 < worth) return { ...none, state: 'other' as const }
  return { ...none, state: 'either' as const, ...(median >= worth ? { likely: had } : { doubtful: had }) }
}
