import { questionnaireOf } from '@dripline/clinical'
import type { useCheckIn } from '../../../data/check-in.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

type Parts = { chosen: ReturnType<typeof useCheckIn>['chosen']; choose: ReturnType<typeof useCheckIn>['choose'] }
const [item] = questionnaireOf('global-change')?.items ?? []

/** How somebody is all in all: folded away, for those who want to say more. */
export function Change({ chosen, choose }: Parts) {
  if (item?.kind !== 'choice') return null
  return (
    <details className={styles.more} open={chosen.globalChange !== undefined}>
      <summary>Say more: how you are all in all</summary>
      <fieldset className={styles.group}>
        <legend>{item.text}</legend>
        <div className={styles.several}>
          {Object.entries(item.choices).map(([value, words]) => (
            <Pick
              key={value}
              name="globalChange"
              value={value}
              onChoose={() => choose({ globalChange: value })}
              isChosen={chosen.globalChange === value}
              className={styles.effect}
            >
              {words}
            </Pick>
          ))}
        </div>
      </fieldset>
    </details>
  )
}
