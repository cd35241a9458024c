import type { CheckInAnswer, useCheckIn } from '../../../data/check-in.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'
import { SideEffects } from './side-effects.tsx'

const asked = [
  ['newProcedure', 'A new procedure for the pain, such as an injection or an operation?'],
  ['rescueInfusion', 'Another infusion because the pain had come back?'],
  ['opioidsUp', 'More opioid medicine than before, by a fifth or more?'],
] as const

const answers = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const

const NONE = { sideEffects: ['none'], newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' } as const

const isNone = (answer: CheckInAnswer) =>
  (answer.sideEffects?.includes('none') ?? false) && asked.every(([part]) => answer[part] === 'no')
const isBegun = (answer: CheckInAnswer) => answer.sideEffects !== undefined || asked.some(([part]) => answer[part] !== undefined)

type CheckIn = ReturnType<typeof useCheckIn>

/** At day 28: side effects, and whether anything else may have changed the pain. One choice says none of it; a yes opens all four. */
export function SinceThen({
  chosen,
  choose,
  isExtra,
}: {
  chosen: CheckIn['chosen']
  choose: CheckIn['choose']
  isExtra: boolean
}) {
  return (
    <fieldset className={styles.group}>
      <legend>Side effects, a new procedure, another infusion or more opioid medicine, since we last asked?</legend>
      <Pick name="since" value="none-of-these" onChoose={() => choose(NONE)} isChosen={isNone(chosen)} className={styles.choice}>
        None of these
      </Pick>
      <details className={styles.some} open={isBegun(chosen) && !isNone(chosen)}>
        <summary>Yes, something</summary>
        <SideEffects chosen={isNone(chosen) ? {} : chosen} choose={choose} isExtra={isExtra} />
        {asked.map(([part, words]) => (
          <fieldset key={part} className={styles.line}>
            <legend>{words}</legend>
            <div className={styles.two}>
              {answers.map(([value, label]) => (
                <Pick
                  key={value}
                  name={part}
                  value={value}
                  onChoose={() => choose({ [part]: value })}
                  isChosen={!isNone(chosen) && chosen[part] === value}
                  className={styles.small}
                >
                  {label}
                </Pick>
              ))}
            </div>
          </fieldset>
        ))}
      </details>
    </fieldset>
  )
}
