import { questionnaireOf } from '@dripline/clinical'
import type { useCheckIn } from '../../../data/outcomes.ts'
import styles from './check-in.module.css'
import { Tap } from './tap.tsx'

const [item] = questionnaireOf('side-effects')?.items ?? []
const NONE = 'none'
/** What a bare yes says until something is named. */
const UNNAMED = 'other'

type SideEffectsProps = Pick<ReturnType<typeof useCheckIn>, 'answer' | 'tap' | 'idempotencyKey' | 'needed'>

/** None is an answer; a yes opens the list, in which each tap adds or takes away. */
export function SideEffects({ answer, tap, idempotencyKey, needed }: SideEffectsProps) {
  if (item?.kind !== 'several') return null
  const chosen = answer.sideEffects ?? []
  const hasSome = chosen.length > 0 && !chosen.includes(NONE)
  const isExtra = needed.includes('safetyQuestion')
  return (
    <fieldset className={styles.group}>
      <legend>{isExtra ? 'If you like: any side effects since last time?' : 'Any side effects since last time?'}</legend>
      <div className={styles.two}>
        <Tap
          fields={{ sideEffects: [NONE] }}
          idempotencyKey={idempotencyKey}
          onTap={() => tap({ sideEffects: [NONE] })}
          isChosen={chosen.includes(NONE)}
          className={styles.choice}
        >
          None
        </Tap>
        <Tap
          fields={{ sideEffects: hasSome ? chosen : [UNNAMED] }}
          idempotencyKey={idempotencyKey}
          onTap={() => tap({ sideEffects: hasSome ? chosen : [UNNAMED] })}
          isChosen={hasSome}
          className={styles.choice}
        >
          Yes
        </Tap>
      </div>
      {hasSome && (
        <fieldset className={styles.group}>
          <legend>{item.text}</legend>
          <div className={styles.several}>
            {Object.entries(item.choices).map(([effect, words]) => (
              <Tap
                key={effect}
                fields={{ sideEffects: toggled(chosen, effect) }}
                idempotencyKey={idempotencyKey}
                onTap={() => tap({ sideEffects: toggled(chosen, effect) })}
                isChosen={chosen.includes(effect)}
                className={styles.effect}
              >
                {words}
              </Tap>
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
