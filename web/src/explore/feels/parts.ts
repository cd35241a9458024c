import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/bets'
import type { FanPoint } from '../../charts/fan.tsx'
import { saidOf } from '../along-parts.ts'
import type { Guessed, Question } from '../guess/guess.ts'
import type { Feeling, FeelsNumbers } from './numbers.ts'

export const feelingWords = (to: Reader, what: Feeling): string =>
  ({ odd: words.odd, sick: words.sick, threwUp: words.threwUp, headache: words.headache })[what](to)

export const questionsOf = (to: Reader, { felt }: FeelsNumbers): readonly Question[] => [
  {
    name: 'most',
    kind: 'choice',
    asks: words.feelsAsks(to),
    // By their names, so that the order does not say it.
    options: felt
      .map(({ what }) => ({ value: what, label: feelingWords(to, what) }))
      .sort((a, b) => a.label.localeCompare(b.label, to.locale)),
  },
]

const commonest = ({ felt }: FeelsNumbers) => felt.reduce((most, each) => (each.drug > most.drug ? each : most))

/** What is said to a guess, or to none. */
export function answerOf(to: Reader, numbers: FeelsNumbers, guessed: Guessed | null): string[] {
  const guess = numbers.felt.find(({ what }) => what === guessed?.most)
  const { what, drug, placebo } = commonest(numbers)
  return [
    ...(guess ? [words.feelsSaid(to, { said: feelingWords(to, guess.what) })] : []),
    words.feelsWas(to, { most: feelingWords(to, what), drug, placebo }),
    words.feelsWeekAfter(to, { count: numbers.weekAfter }),
  ]
}

/** Everything that was felt, in one sentence. */
export const feltLabel = (to: Reader, { felt }: FeelsNumbers): string =>
  words.feelsLabel(to, {
    list: felt.map(({ what, ...counts }) => words.feelsEach(to, { what: feelingWords(to, what), ...counts })).join(', '),
  })

/** In which part of the visit a minute lies, and what happens then. */
export function momentOf(to: Reader, { begins, settles, ends, home }: FeelsNumbers, minute: number) {
  if (minute < begins) return { part: words.partArrive(to), says: words.saysArrive(to) }
  if (minute < settles) return { part: words.partBegins(to), says: words.saysBegins(to) }
  if (minute < ends) return { part: words.partDrip(to), says: words.saysDrip(to) }
  return minute < home
    ? { part: words.partFalls(to), says: words.saysFalls(to) }
    : { part: words.partHome(to), says: words.saysHome(to) }
}

/** A minute in a few sentences. */
export const resultOf = (to: Reader, numbers: FeelsNumbers, point: FanPoint): string =>
  words.feelsResult(to, { minute: point.at, ...momentOf(to, numbers, point.at), ...saidOf(point) })
