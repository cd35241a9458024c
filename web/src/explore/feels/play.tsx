import * as words from '@dripline/clinical/words/bets'
import { asTable, notAPlan, walkHow } from '@dripline/clinical/words/explore'
import { useState } from 'react'
import { Chart } from '../../charts/chart.tsx'
import { useReader } from '../../data/reader.ts'
import { AlongChart } from '../along-chart.tsx'
import { partsAlong, twinAlong } from '../along-parts.ts'
import styles from '../explore.module.css'
import { Answer } from '../guess/answer.tsx'
import type { Guessed } from '../guess/guess.ts'
import { GuessForm } from '../guess/guess-form.tsx'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import { Walk } from '../walk.tsx'
import { Felt } from './felt.tsx'
import type { FeelsNumbers } from './numbers.ts'
import { answerOf, momentOf, questionsOf, resultOf } from './parts.ts'

type Props = { numbers: FeelsNumbers }
const [STEP, LISTED] = [5, 30]

/** What came most often, guessed first; then the visit, minute by minute. */
export default function FeelsPlay({ numbers }: Props) {
  const to = useReader()
  const [guessed, setGuessed] = useState<Guessed | null>(null)
  const said = guessed && answerOf(to, numbers, guessed)
  useSays(said?.join(' ') ?? '')
  return (
    <>
      {said ? (
        <>
          <Answer says={said} />
          <Felt numbers={numbers} />
        </>
      ) : (
        <GuessForm about="feels" questions={questionsOf(to, numbers)} onGuess={setGuessed} onSkip={() => setGuessed({})} />
      )}
      <Visit numbers={numbers} />
    </>
  )
}

function Visit({ numbers }: Props) {
  const to = useReader()
  const { level, begins, ends, home, rate } = numbers
  const [at, setAt] = useState(0)
  const here = level.find((each) => each.at === at) ?? level[0]
  useSays(here ? resultOf(to, numbers, here) : '')
  if (!here) return null
  const { part, says } = momentOf(to, numbers, at)
  const shown = (minute: number) => words.feelsMinute(to, { minute })
  const listed = level.filter((each) => each.at % LISTED === 0)
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <Setting
          label={words.feelsAlong(to)}
          shown={shown(at)}
          says={words.feelsMinuteSays(to, { minute: at, part })}
          least={0}
          most={home}
          by={STEP}
          value={at}
          onTurn={setAt}
          ends={[shown(0), shown(home)]}
        />
        <p className={styles.said}>{words.feelsMinuteSays(to, { minute: at, part })}</p>
        <p>{says}</p>
      </div>
      <div className={styles.side}>
        <Chart
          label={words.feelsLevel(to)}
          caption={
            <>
              <b>{notAPlan(to)}</b> {words.feelsCaption(to, { rate })}
            </>
          }
          twin={twinAlong(listed, {
            summary: asTable(to),
            caption: words.feelsLevel(to),
            head: [words.headMinute(to), words.headLow(to), words.headTypical(to), words.headHigh(to)],
          })}
          width={640}
        >
          {(width) => (
            <AlongChart
              points={level}
              here={here}
              ticks={[0, begins, ends, home].map((minute) => ({ at: minute, label: `${minute}` }))}
              ink="var(--dl-ink-plasma)"
              width={width}
            />
          )}
        </Chart>
        <Walk
          whole={partsAlong(listed, {
            whole: resultOf(to, numbers, here),
            along: words.feelsAxis(to, { last: home }),
            up: words.feelsAxisUp(to),
            line: words.feelsLine(to),
            point: (minute, said) => words.feelsPoint(to, { minute, ...said }),
          })}
          how={walkHow(to)}
        />
      </div>
    </div>
  )
}
