import type { CheckInAnswer, useCheckIn } from '../../../data/outcomes.ts'
import styles from './check-in.module.css'
import { SideEffects } from './side-effects.tsx'
import { Tap } from './tap.tsx'

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

/** At day 28: side effects, and whether anything else may have changed the pain. One tap says none of it; a yes opens all four. */
export function SinceThen(checkIn: Pick<ReturnType<typeof useCheckIn>, 'answer' | 'tap' | 'idempotencyKey' | 'needed'>) {
  const { answer, tap, idempotencyKey } = checkIn
  return (
    <fieldset className={styles.group}>
      <legend>Side effects, a new procedure, another infusion or more opioid medicine, since we last asked?</legend>
      <Tap
        fields={{ act: 'none-of-these' }}
        idempotencyKey={idempotencyKey}
        onTap={() => tap(NONE)}
        isChosen={isNone(answer)}
        className={styles.choice}
      >
        None of these
      </Tap>
      <details className={styles.some} open={isBegun(answer) && !isNone(answer)}>
        <summary>Yes, something</summary>
        <SideEffects {...checkIn} />
        {asked.map(([part, words]) => (
          <fieldset key={part} className={styles.line}>
            <legend>{words}</legend>
            <div className={styles.two}>
              {answers.map(([value, label]) => (
                <Tap
                  key={value}
                  fields={{ [part]: value }}
                  idempotencyKey={idempotencyKey}
                  onTap={() => tap({ [part]: value })}
                  isChosen={answer[part] === value}
                  className={styles.small}
                >
                  {label}
                </Tap>
              ))}
            </div>
          </fieldset>
        ))}
      </details>
    </fieldset>
  )
}
