import { questionnaireOf } from '@dripline/clinical'
import { questionnaireIn } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/check-in'
import type { useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

type Parts = { chosen: ReturnType<typeof useCheckIn>['chosen']; choose: ReturnType<typeof useCheckIn>['choose'] }
const asked = questionnaireOf('global-change')

/** How somebody is all in all: folded away, for those who want to say more. */
export function Change({ chosen, choose }: Parts) {
  const to = useReader()
  const [item] = asked ? questionnaireIn(to, asked).items : []
  if (item?.kind !== 'choice') return null
  return (
    <details className={styles.more} open={chosen.globalChange !== undefined}>
      <summary>{words.sayMore(to)}</summary>
      <fieldset className={styles.group}>
        <legend>{item.text}</legend>
        <div className={styles.several}>
          {Object.entries(item.choices).map(([value, label]) => (
            <Pick
              key={value}
              name="globalChange"
              value={value}
              onChoose={() => choose({ globalChange: value })}
              isChosen={chosen.globalChange === value}
              className={styles.effect}
            >
              {label}
            </Pick>
          ))}
        </div>
      </fieldset>
    </details>
  )
}
