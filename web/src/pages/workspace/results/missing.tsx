import type { OutcomeCounts } from '@dripline/clinical'
import type { Counting } from '../../../data/outcomes.ts'
import { Card, quantity } from '../../../ui/index.tsx'
import styles from './results.module.css'

/** The same people three ways: response, none, and those of whom nothing is known. */
export function Missing({ total, figures }: { total: OutcomeCounts; figures: Counting['figures'] }) {
  const { responders, missing, counted, withData, treated, notYet, notEligible } = total
  const parts = [
    ['relief', responders, 'responded'],
    ['none', withData - responders, 'no response'],
    ['missing', missing, 'missing (hatched), counted as no response'],
  ] as const
  return (
    <Card title="Missing people are counted" note={`the same ${counted} people, day 28; smaller groups not counted here`}>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(([kind, count]) => count > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: count }} />)}
      </div>
      <ul className={styles.parts}>
        {parts.map(([kind, count, words]) => (
          <li key={kind}>
            <b>{count}</b> {words}
          </li>
        ))}
      </ul>
      <Figures {...figures} />
      <p className={styles.rest}>
        {treated} people were treated: {withData} with data, {missing} missing, {notYet} not yet past day 35, {notEligible} whose
        score before treatment was too low to judge.
      </p>
    </Card>
  )
}

const Figures = ({ due, answered, daysToFirst, notTreated }: Counting['figures']) => (
  <dl className={styles.figures}>
    <div>
      <dd>{due === 0 ? 'none' : quantity(Math.round((100 * answered) / due), '%')}</dd>
      <dt>of {due} follow-up questions due were answered</dt>
    </div>
    <div>
      <dd>{daysToFirst === null ? 'not known' : `${daysToFirst} ${daysToFirst === 1 ? 'day' : 'days'}`}</dd>
      <dt>median from first call to first infusion</dt>
    </div>
    <div>
      <dd>{notTreated}</dd>
      <dt>calls ended as not suitable or urgent referral, with the reason on record</dt>
    </div>
  </dl>
)
