import { flagAnswers, isFlagAnswer } from '@dripline/clinical'
import type { Answered } from '../../../data/booking.ts'
import { Time } from '../../../ui/index.tsx'
import styles from './call.module.css'

/** What was entered before a correction, still readable. */
export const Corrected = ({ answer }: { answer: Answered | undefined }) =>
  answer && answer.before.length > 0 ? (
    <p className={styles.corrected}>
      before:{' '}
      {answer.before.map(({ answer: said, at }) => (
        <span key={at}>
          {isFlagAnswer(said) ? flagAnswers[said] : said} <Time at={at} />{' '}
        </span>
      ))}
    </p>
  ) : null
