import * as words from '@dripline/clinical/words/explore'
import { useReader } from '../../../data/reader.ts'
import { weeksNumbers } from '../../../explore/weeks/numbers.ts'
import { answerOf, named } from '../../../explore/weeks/parts.ts'
import { DrugChart, WeeksChart } from '../../../explore/weeks/weeks-chart.tsx'
import { BothWidths } from './both-widths.tsx'
import styles from './scene.module.css'

/** Hours of drug against weeks of relief, with the flat line of those it does not help drawn as heavily. */
export function WeeksScene() {
  const to = useReader()
  const numbers = weeksNumbers()
  return (
    <figure className={styles.scene}>
      <p className={styles.drug}>{words.weeksDrugName(to)}</p>
      <BothWidths label={words.weeksDrugSays(to)}>
        {(width) => <DrugChart numbers={numbers} kind="ten" width={width} />}
      </BothWidths>
      <p className={styles.relief}>{words.weeksReliefName(to)}</p>
      <BothWidths label={answerOf(to, numbers, 'ten')}>
        {(width) => <WeeksChart numbers={numbers} kind="ten" width={width} />}
      </BothWidths>
      <figcaption>
        <b>{words.notAPlan(to)}</b> {answerOf(to, numbers, 'ten')} {words.weeksOfKind(to, named('ten'))} {words.weeksCaption(to)}
      </figcaption>
    </figure>
  )
}
