import { questionnaireOf } from '@dripline/clinical'
import type { CheckInAnswer, useCheckIn } from '../../../data/outcomes.ts'
import styles from './check-in.module.css'
import { Tap } from './tap.tsx'

const [item] = questionnaireOf('safety')?.items ?? []

/** The safety question, asked each time; anything but a no brings whom to reach to the top of the page. */
export function Safety({
  answer,
  tap,
  idempotencyKey,
}: Pick<ReturnType<typeof useCheckIn>, 'answer' | 'tap' | 'idempotencyKey'>) {
  if (item?.kind !== 'choice') return null
  return (
    <fieldset className={styles.group}>
      <legend>{item.text}</legend>
      <div className={styles.three}>
        {Object.entries(item.choices).map(([value, words]) => (
          <Tap
            key={value}
            fields={{ safetyQuestion: value }}
            idempotencyKey={idempotencyKey}
            onTap={() => tap({ safetyQuestion: value as NonNullable<CheckInAnswer['safetyQuestion']> })}
            isChosen={answer.safetyQuestion === value}
            className={styles.choice}
          >
            {words}
          </Tap>
        ))}
      </div>
    </fieldset>
  )
}
