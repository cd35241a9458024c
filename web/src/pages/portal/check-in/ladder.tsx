import { band, questionnaireOf } from '@dripline/clinical'
import { questionnaireIn } from '@dripline/clinical/words'
import type { useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import styles from './check-in.module.css'
import { Pick } from './pick.tsx'

type CheckIn = ReturnType<typeof useCheckIn>
type LadderProps = { chosen: CheckIn['chosen']; choose: CheckIn['choose']; part: 'pain' | 'mood' }

const rungs = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
const MIDDLE = 5

const scales = {
  pain: { questionnaire: questionnaireOf('nrs-11'), item: 'average' },
  mood: { questionnaire: questionnaireOf('mood'), item: 'mood' },
} as const

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Eleven rungs from most to least; how full a rung is says how much. Nothing is chosen before a person chooses. */
export function Ladder({ part, chosen, choose }: LadderProps) {
  const to = useReader()
  const { questionnaire: asked, item } = scales[part]
  const questionnaire = asked && questionnaireIn(to, asked)
  const scale = questionnaire?.items.find(({ id }) => id === item)
  const [least, most] = (scale?.kind === 'scale' && scale.ends) || ['', '']
  const middle = capital((questionnaire && band(questionnaire, MIDDLE)) ?? '')
  const words: Readonly<Record<number, string>> = { 0: least, 5: middle, 10: most }
  return (
    <fieldset className={styles.ladder}>
      <legend className="heard">{scale?.kind === 'scale' ? scale.text : ''}</legend>
      {rungs.map((rung) => (
        <Pick
          key={rung}
          name={part}
          value={String(rung)}
          onChoose={() => choose({ [part]: rung })}
          isChosen={chosen[part] === rung}
          className={styles.rung}
          part={rung * 10}
        >
          <b>{rung}</b>
          <span>{words[rung]}</span>
        </Pick>
      ))}
    </fieldset>
  )
}
