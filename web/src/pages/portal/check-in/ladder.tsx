import { band, questionnaireOf } from '@dripline/clinical'
import type { useCheckIn } from '../../../data/outcomes.ts'
import { Icon } from '../../../ui/index.tsx'
import styles from './check-in.module.css'
import { Tap } from './tap.tsx'

type LadderProps = Pick<ReturnType<typeof useCheckIn>, 'answer' | 'saving' | 'tap' | 'idempotencyKey'> & { part: 'pain' | 'mood' }

const rungs = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
const MIDDLE = 5
const savedWords = { saved: 'saved. Tap another to change', saving: 'saving', 'not saved': 'not saved; tap again' } as const

const scales = {
  pain: { questionnaire: questionnaireOf('nrs-11'), item: 'average' },
  mood: { questionnaire: questionnaireOf('mood'), item: 'mood' },
} as const

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Eleven rungs from most to least; how full a rung is says how much. Nothing is chosen before the first tap. */
export function Ladder({ part, answer, saving, tap, idempotencyKey }: LadderProps) {
  const { questionnaire, item } = scales[part]
  const scale = questionnaire?.items.find(({ id }) => id === item)
  const [least, most] = (scale?.kind === 'scale' && scale.ends) || ['', '']
  const middle = capital((questionnaire && band(questionnaire, MIDDLE)) ?? '')
  const words: Readonly<Record<number, string>> = { 0: least, 5: middle, 10: most }
  return (
    <fieldset className={styles.ladder}>
      <legend className={styles.heard}>{scale?.kind === 'scale' ? scale.text : ''}</legend>
      {rungs.map((rung) => (
        <Tap
          key={rung}
          fields={{ [part]: rung }}
          idempotencyKey={idempotencyKey}
          onTap={() => tap({ [part]: rung })}
          isChosen={answer[part] === rung}
          className={styles.rung}
          part={rung * 10}
        >
          <b>{rung}</b>
          {answer[part] === rung ? (
            <span className={styles.saved} role="status">
              {saving === 'saved' && <Icon name="check" />} {savedWords[saving]}
            </span>
          ) : (
            <span>{words[rung]}</span>
          )}
        </Tap>
      ))}
    </fieldset>
  )
}
