import * as words from '@dripline/clinical/words/check-in'
import type { CheckInAnswer, useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'
import { SideEffects } from './side-effects.tsx'

const asked = [
  ['newProcedure', words.newProcedure],
  ['rescueInfusion', words.rescueInfusion],
  ['opioidsUp', words.opioidsUp],
] as const

const answers = [
  ['no', words.no],
  ['yes', words.yes],
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
  const to = useReader()
  return (
    <fieldset className={styles.group}>
      <legend>{words.sinceThen(to)}</legend>
      <Pick name="since" value="none-of-these" onChoose={() => choose(NONE)} isChosen={isNone(chosen)} className={styles.choice}>
        {words.noneOfThese(to)}
      </Pick>
      <details className={styles.some} open={isBegun(chosen) && !isNone(chosen)}>
        <summary>{words.yesSomething(to)}</summary>
        <SideEffects chosen={isNone(chosen) ? {} : chosen} choose={choose} isExtra={isExtra} />
        {asked.map(([part, question]) => (
          <fieldset key={part} className={styles.line}>
            <legend>{question(to)}</legend>
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
                  {label(to)}
                </Pick>
              ))}
            </div>
          </fieldset>
        ))}
      </details>
    </fieldset>
  )
}
