import { questionnaireOf } from '@dripline/clinical'
import { questionnaireIn } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/check-in'
import type { useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

const asked = questionnaireOf('side-effects')
const NONE = 'none'
/** What a bare yes says until something is named. */
const UNNAMED = 'other'

type CheckIn = ReturnType<typeof useCheckIn>
type SideEffectsProps = { chosen: CheckIn['chosen']; choose: CheckIn['choose']; isExtra: boolean }

/** None is an answer; a yes opens the list, in which each tap adds or takes away. */
export function SideEffects({ chosen, choose, isExtra }: SideEffectsProps) {
  const to = useReader()
  const [item] = asked ? questionnaireIn(to, asked).items : []
  if (item?.kind !== 'several') return null
  const effects = chosen.sideEffects ?? []
  const hasSome = effects.length > 0 && !effects.includes(NONE)
  return (
    <fieldset className={styles.group}>
      <legend>{isExtra ? words.anySideEffectsIfYouLike(to) : words.anySideEffects(to)}</legend>
      <div className={styles.two}>
        <Pick
          name="sideEffects"
          value={NONE}
          onChoose={() => choose({ sideEffects: [NONE] })}
          isChosen={effects.includes(NONE)}
          className={styles.choice}
        >
          {words.none(to)}
        </Pick>
        <Pick
          name={hasSome ? 'opensTheList' : 'sideEffects'}
          value={UNNAMED}
          onChoose={() => choose({ sideEffects: hasSome ? effects : [UNNAMED] })}
          isChosen={hasSome}
          className={styles.choice}
        >
          {words.yes(to)}
        </Pick>
      </div>
      {hasSome && (
        <fieldset className={styles.group}>
          <legend>{item.text}</legend>
          <div className={styles.several}>
            {Object.entries(item.choices).map(([effect, label]) => (
              <Pick
                key={effect}
                name="sideEffects"
                value={effect}
                isOneOfSeveral
                onChoose={() => choose({ sideEffects: toggled(effects, effect) })}
                isChosen={effects.includes(effect)}
                className={styles.effect}
              >
                {label}
              </Pick>
            ))}
          </div>
        </fieldset>
      )}
    </fieldset>
  )
}

/** The list after one more tap. The first thing named takes the place of the bare yes; the last one taken away leaves none. */
const toggled = (chosen: readonly string[], effect: string): readonly string[] => {
  if (chosen.length === 1 && chosen[0] === UNNAMED && effect !== UNNAMED) return [effect]
  const next = chosen.includes(effect) ? chosen.filter((each) => each !== effect) : [...chosen, effect]
  return next.length === 0 ? [NONE] : next
}
