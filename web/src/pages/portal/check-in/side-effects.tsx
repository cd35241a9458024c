import { questionnaireOf } from '@dripline/clinical'
import type { useCheckIn } from '../../../data/check-in.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

const [item] = questionnaireOf('side-effects')?.items ?? []
const NONE = 'none'
/** What a bare yes says until something is named. */
const UNNAMED = 'other'

type CheckIn = ReturnType<typeof useCheckIn>
type SideEffectsProps = { chosen: CheckIn['chosen']; choose: CheckIn['choose']; isExtra: boolean }

/** None is an answer; a yes opens the list, in which each tap adds or takes away. */
export function SideEffects({ chosen, choose, isExtra }: SideEffectsProps) {
  if (item?.kind !== 'several') return null
  const effects = chosen.sideEffects ?? []
  const hasSome = effects.length > 0 && !effects.includes(NONE)
  return (
    <fieldset className={styles.group}>
      <legend>{isExtra ? 'If you like: any side effects since last time?' : 'Any side effects since last time?'}</legend>
      <div className={styles.two}>
        <Pick
          name="sideEffects"
          value={NONE}
          onChoose={() => choose({ sideEffects: [NONE] })}
          isChosen={effects.includes(NONE)}
          className={styles.choice}
        >
          None
        </Pick>
        <Pick
          name={hasSome ? 'opensTheList' : 'sideEffects'}
          value={UNNAMED}
          onChoose={() => choose({ sideEffects: hasSome ? effects : [UNNAMED] })}
          isChosen={hasSome}
          className={styles.choice}
        >
          Yes
        </Pick>
      </div>
      {hasSome && (
        <fieldset className={styles.group}>
          <legend>{item.text}</legend>
          <div className={styles.several}>
            {Object.entries(item.choices).map(([effect, words]) => (
              <Pick
                key={effect}
                name="sideEffects"
                value={effect}
                isOneOfSeveral
                onChoose={() => choose({ sideEffects: toggled(effects, effect) })}
                isChosen={effects.includes(effect)}
                className={styles.effect}
              >
                {words}
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
