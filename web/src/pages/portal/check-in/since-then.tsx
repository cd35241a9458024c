import type { useCheckIn } from '../../../data/outcomes.ts'
import styles from './check-in.module.css'
import { Tap } from './tap.tsx'

const asked = [
  ['newProcedure', 'A new procedure for the pain, such as an injection or an operation'],
  ['rescueInfusion', 'Another infusion because the pain had come back'],
  ['opioidsUp', 'More opioid medicine than before, by a fifth or more'],
] as const

const answers = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const

const NONE = { newProcedure: 'no', rescueInfusion: 'no', opioidsUp: 'no' } as const

/** At day 28: whether anything else may have changed the pain. One tap says none; each can be said by itself. */
export function SinceThen({
  answer,
  tap,
  idempotencyKey,
}: Pick<ReturnType<typeof useCheckIn>, 'answer' | 'tap' | 'idempotencyKey'>) {
  return (
    <fieldset className={styles.group}>
      <legend>Since your last infusion, did you have any of these?</legend>
      <Tap
        fields={{ act: 'none-of-these' }}
        idempotencyKey={idempotencyKey}
        onTap={() => tap(NONE)}
        isChosen={asked.every(([part]) => answer[part] === 'no')}
        className={styles.choice}
      >
        None of these
      </Tap>
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
    </fieldset>
  )
}
