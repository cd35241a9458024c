import { questionnaireOf } from '@dripline/clinical'
import type { useCheckIn } from '../../../data/outcomes.ts'
import styles from './check-in.module.css'
import { Tap } from './tap.tsx'

const [item] = questionnaireOf('global-change')?.items ?? []

/** How somebody is all in all: folded away, for those who want to say more. */
export function Change({
  answer,
  tap,
  idempotencyKey,
}: Pick<ReturnType<typeof useCheckIn>, 'answer' | 'tap' | 'idempotencyKey'>) {
  if (item?.kind !== 'choice') return null
  return (
    <details className={styles.more} open={answer.globalChange !== undefined}>
      <summary>Say more: how you are all in all</summary>
      <fieldset className={styles.group}>
        <legend>{item.text}</legend>
        <div className={styles.several}>
          {Object.entries(item.choices).map(([value, words]) => (
            <Tap
              key={value}
              fields={{ globalChange: value }}
              idempotencyKey={idempotencyKey}
              onTap={() => tap({ globalChange: value })}
              isChosen={answer.globalChange === value}
              className={styles.effect}
            >
              {words}
            </Tap>
          ))}
        </div>
      </fieldset>
    </details>
  )
}
