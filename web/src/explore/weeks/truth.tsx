import * as words from '@dripline/clinical/words/explore'
import { useEffect, useRef, useState } from 'react'
import { Chart } from '../../charts/chart.tsx'
import { useReader } from '../../data/reader.ts'
import { TwentyRow } from '../../pages/public/articles/twenty.tsx'
import { Button } from '../../ui/button.tsx'
import { Either } from '../either.tsx'
import styles from '../explore.module.css'
import { useSays } from '../use-says.ts'
import { Walk } from '../walk.tsx'
import type { Kind, WeeksNumbers } from './numbers.ts'
import { against, answerOf, guessWords, named, partsOf } from './parts.ts'
import { DrugChart, WeeksChart } from './weeks-chart.tsx'

type TruthProps = {
  numbers: WeeksNumbers
  /** What was drawn, and the day on which it is under what is worth having; null where nothing was. */
  guess: readonly number[] | null
  guessed: number | null
  onAgain: () => void
}

/** What the model says of three courses, beside what the reader thought of one. */
export function Truth({ numbers, guess, guessed, onAgain }: TruthProps) {
  const to = useReader()
  const [kind, setKind] = useState<Kind>('ten')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const answer = answerOf(to, numbers, kind)
  useSays(`${words.weeksOnCurve(to, named(kind))}. ${answer}`)
  const [drug, relief] = partsOf(to, numbers, kind)
  const typical = numbers.courses.ten.under.typical ?? 0
  const isOwn = guess !== null && kind === 'ten'
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <h3 ref={title} tabIndex={-1} className={styles.found}>
          {isOwn ? words.weeksFound(to, { how: against(guessed, typical, numbers.lastDay) }) : words.weeksCourse(to, named(kind))}
        </h3>
        <p>
          {isOwn && guessWords(to, guessed, numbers)} {answer}
        </p>
        <Either
          label={words.weeksWhich(to)}
          of={[
            ['one', words.weeksKind(to, named('one'))],
            ['ten', words.weeksKind(to, named('ten'))],
            ['hundred', words.weeksKind(to, named('hundred'))],
          ]}
          value={kind}
          onChoose={setKind}
        />
        <p className={styles.small}>{words.weeksOfKind(to, named(kind))}</p>
        <Twenty numbers={numbers} />
        <div>
          <Button kind="second" onClick={onAgain}>
            {words.weeksAgain(to)}
          </Button>
        </div>
      </div>
      <div className={styles.side}>
        <p className={styles.drug}>{words.weeksDrugName(to)}</p>
        <Chart label={words.weeksDrugName(to)} width={680}>
          {(width) => <DrugChart numbers={numbers} kind={kind} width={width} />}
        </Chart>
        <Walk whole={drug} how={words.walkHow(to)} />
        <p className={styles.strip}>{words.weeksStrip(to)}</p>
        <p className={styles.name}>{words.weeksReliefName(to)}</p>
        <Chart
          label={words.weeksReliefName(to)}
          caption={
            <>
              <b>{words.notAPlan(to)}</b> {words.weeksCaption(to)}
            </>
          }
          width={680}
        >
          {(width) => <WeeksChart numbers={numbers} kind={kind} width={width} guess={kind === 'ten' ? guess : null} />}
        </Chart>
        <Walk whole={relief} how={words.walkHow(to)} />
      </div>
    </div>
  )
}

/** Of twenty on the drug and of twenty on placebo, at one size. */
function Twenty({ numbers: { twenty } }: { numbers: WeeksNumbers }) {
  const to = useReader()
  const { relief, placebo } = twenty
  return (
    <div className={styles.ruled}>
      <p className={styles.small}>{words.weeksTwenty(to)}</p>
      <TwentyRow title={words.weeksOnDrug(to, { none: 20 - relief })} filled={relief} open="person" />
      <TwentyRow title={words.weeksOnPlacebo(to, { none: 20 - placebo })} filled={placebo} open="person" />
    </div>
  )
}
