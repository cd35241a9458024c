import * as words from '@dripline/clinical/words/bets'
import { asTable, notAPlan, walkHow } from '@dripline/clinical/words/explore'
import { useState } from 'react'
import { Chart } from '../../charts/chart.tsx'
import { useReader } from '../../data/reader.ts'
import { TwentyRow } from '../../pages/public/articles/twenty.tsx'
import { AlongChart } from '../along-chart.tsx'
import { partsAlong, saidOf, twinAlong } from '../along-parts.ts'
import styles from '../explore.module.css'
import { Answer } from '../guess/answer.tsx'
import type { Guessed } from '../guess/guess.ts'
import { GuessForm } from '../guess/guess-form.tsx'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import { Walk } from '../walk.tsx'
import type { TwentyNumbers } from './numbers.ts'
import { answerOf, PEOPLE, questionsOf, resultOf, standing, trialSays } from './parts.ts'

type Props = { numbers: TwentyNumbers }

/** How many of twenty had relief, guessed before it is shown; then the weeks, in which it comes back. */
export default function TwentyPlay({ numbers }: Props) {
  const to = useReader()
  const [guessed, setGuessed] = useState<Guessed | null>(null)
  const said = guessed && answerOf(to, numbers, guessed)
  useSays(said?.join(' ') ?? '')
  if (!said) return <GuessForm about="twenty" questions={questionsOf(to)} onGuess={setGuessed} onSkip={() => setGuessed({})} />
  return (
    <>
      <Answer says={said} />
      <Weeks numbers={numbers} />
    </>
  )
}

function Weeks({ numbers }: Props) {
  const to = useReader()
  const { weeks, drug, placebo, worth } = numbers
  const [at, setAt] = useState(1)
  const here = weeks[at]
  const result = here ? resultOf(to, numbers, here) : ''
  const trial = trialSays(to, numbers, at)
  useSays(`${result} ${trial}`)
  if (!here) return null
  const last = weeks.length - 1
  const shown = (week: number) => words.twentyWeekShown(to, { week })
  const { state, filled, likely, doubtful } = standing(numbers, here)
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <Setting
          label={words.twentyWeek(to)}
          shown={shown(at)}
          says={words.twentyWeekSays(to, { week: at, ...saidOf(here) })}
          least={1}
          most={last}
          value={at}
          onTurn={setAt}
          ends={[shown(1), shown(last)]}
        />
        <div className={styles.ruled}>
          <p>
            <b>{words.twentyDrugRow(to, { state, had: drug.typical })}</b>
          </p>
          <TwentyRow filled={filled} likely={likely} doubtful={doubtful} open="person" />
          <p>
            <b>{words.twentyPlaceboRow(to, { placebo: placebo.typical })}</b>
          </p>
          <TwentyRow filled={placebo.typical} open="person" />
          <p className={styles.small}>{words.twentyKey(to, { worth })}</p>
        </div>
        <p>{trial}</p>
      </div>
      <div className={styles.side}>
        <p className={styles.said}>{result}</p>
        <WeeksChart numbers={numbers} at={at} />
      </div>
    </div>
  )
}

function WeeksChart({ numbers, at }: Props & { at: number }) {
  const to = useReader()
  const { weeks, drug, worth } = numbers
  const [here, last] = [weeks[at], weeks.length - 1]
  if (!here) return null
  const points = weeks.slice(1)
  const none = PEOPLE - drug.typical
  return (
    <>
      <Chart
        label={words.twentyChart(to)}
        caption={
          <>
            <b>{notAPlan(to)}</b> {words.twentyCaption(to)}
          </>
        }
        twin={twinAlong(points, {
          summary: asTable(to),
          caption: words.twentyChart(to),
          head: [words.headWeek(to), words.headLow(to), words.headTypical(to), words.headHigh(to)],
        })}
        width={640}
      >
        {(width) => (
          <AlongChart
            points={points}
            here={here}
            ticks={[1, 4, 8, last].map((week) => ({ at: week, label: words.twentyWeekShown(to, { week }) }))}
            ink="var(--dl-ink-relief)"
            width={width}
            worth={{ value: worth, label: words.twentyWorth(to, { worth }) }}
            flat={words.twentyFlat(to, { none })}
          />
        )}
      </Chart>
      <Walk
        whole={partsAlong(points, {
          whole: resultOf(to, numbers, here),
          along: words.twentyAxis(to, { last }),
          up: words.twentyAxisUp(to),
          line: words.twentyLine(to),
          point: (week, said) => words.twentyPoint(to, { week, ...said }),
        })}
        how={walkHow(to)}
      />
    </>
  )
}
