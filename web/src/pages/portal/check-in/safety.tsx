import { questionnaireOf } from '@dripline/clinical'
import { questionnaireIn } from '@dripline/clinical/words'
import type { CheckInAnswer, useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

const asked = questionnaireOf('safety')
type CheckIn = ReturnType<typeof useCheckIn>

/** The safety question, asked each time; anything but a no brings whom to reach to the top of the page, at the press. */
export function Safety({ chosen, choose }: { chosen: CheckIn['chosen']; choose: CheckIn['choose'] }) {
  const to = useReader()
  const [item] = asked ? questionnaireIn(to, asked).items : []
  if (item?.kind !== 'choice') return null
  return (
    <fieldset className={styles.group}>
      <legend>{item.text}</legend>
      <div className={styles.three}>
        {Object.entries(item.choices).map(([value, words]) => (
          <Pick
            key={value}
            name="safetyQuestion"
            value={value}
            onChoose={() => choose({ safetyQuestion: value as NonNullable<CheckInAnswer['safetyQuestion']> })}
            isChosen={chosen.safetyQuestion === value}
            className={styles.choice}
          >
            {words}
          </Pick>
        ))}
      </div>
    </fieldset>
  )
}
