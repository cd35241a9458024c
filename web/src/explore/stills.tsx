import * as words from '@dripline/clinical/words/bets'
import type { ReactNode } from 'react'
import { useReader } from '../data/reader.ts'
import { VisitScene } from '../pages/public/articles/visit-scene.tsx'
import styles from './feels/feels.module.css'
import { Felt } from './feels/felt.tsx'
import { feelsNumbers } from './feels/numbers.ts'
import { answerOf as feelsAnswer, questionsOf as feelsQuestions, momentOf } from './feels/parts.ts'
import { GuessPlace } from './guess/guess-place.tsx'
import { sureNumbers } from './sure/numbers.ts'
import { Sure } from './sure/still.tsx'
import { twentyNumbers } from './twenty/numbers.ts'
import { PEOPLE, resultOf, trialSays, answerOf as twentyAnswer, questionsOf as twentyQuestions } from './twenty/parts.ts'

/** Twenty people without script: the picture behind its guess, then the weeks in words. */
export function TwentyStill({ children }: { children: ReactNode }) {
  const to = useReader()
  const numbers = twentyNumbers()
  const listed = [1, 4, 8, numbers.lost].flatMap((week) => numbers.weeks[week] ?? [])
  return (
    <GuessPlace
      about="twenty"
      questions={twentyQuestions(to)}
      answer={(guessed) => <p>{twentyAnswer(to, numbers, guessed).join(' ')}</p>}
    >
      {children}
      <p>{words.twentyFlat(to, { none: PEOPLE - numbers.drug.typical })}</p>
      <ul className={styles.moments}>
        {listed.map((week) => (
          <li key={week.at}>
            {resultOf(to, numbers, week)} {trialSays(to, numbers, week.at)}
          </li>
        ))}
      </ul>
      <p>
        <small>{words.twentyCaption(to)}</small>
      </p>
    </GuessPlace>
  )
}

/** What it feels like without script: by how often, and the visit in its parts. */
export function FeelsStill() {
  const to = useReader()
  const numbers = feelsNumbers()
  const { begins, settles, ends, home } = numbers
  return (
    <GuessPlace
      about="feels"
      questions={feelsQuestions(to, numbers)}
      answer={(guessed) => <p>{feelsAnswer(to, numbers, guessed).join(' ')}</p>}
    >
      <Felt numbers={numbers} />
      <VisitScene protocolId="crps-outpatient-ten-day" />
      <ul className={styles.moments}>
        {[0, begins, settles, ends, home].map((minute) => {
          const { part, says } = momentOf(to, numbers, minute)
          return (
            <li key={minute}>
              <b>{words.feelsMinuteSays(to, { minute, part })}.</b> {says}
            </li>
          )
        })}
      </ul>
    </GuessPlace>
  )
}

/** What one trial leaves open, without script: at half the people of the hospital trial. */
export function SureStill() {
  const numbers = sureNumbers()
  const size = numbers.sizes.find(({ people }) => people === numbers.trial / 2)
  return size ? <Sure numbers={numbers} size={size} /> : null
}
