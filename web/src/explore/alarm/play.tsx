import * as words from '@dripline/clinical/words/explore'
import { type ReactNode, useState } from 'react'
import { Chart, useRoom } from '../../charts/chart.tsx'
import { useReader } from '../../data/reader.ts'
import { TwentyRow } from '../../pages/public/articles/twenty.tsx'
import { Either } from '../either.tsx'
import styles from '../explore.module.css'
import { type Gate, Gates, gatesIn } from '../gates.tsx'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import { type Part, Walk } from '../walk.tsx'
import { CorkChart, CourseChart, OpioidChart } from './charts.tsx'
import type { AlarmNumbers } from './numbers.ts'
import { at, partsOf, strengthWords } from './parts.ts'

const ofTwenty = (of100: number) => Math.round(of100 / 5)
type Nerve = 'calm' | 'months'

/** Turn the signal up: the cork leaves, the alarm sticks, and pills lose force. */
export default function AlarmPlay({ numbers }: { numbers: AlarmNumbers }) {
  const to = useReader()
  const [place, setPlace] = useState(numbers.strong)
  const [nerve, setNerve] = useState<Nerve>('months')
  const here = at(numbers, place)
  const strength = strengthWords(to, place)
  useSays(words.alarmResult(to, { strength, ...here }))
  const [calm, stuck] = [ofTwenty(here.calm), ofTwenty(here.stuck)]
  const isMonths = nerve === 'months'
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <Setting
          label={words.alarmSignal(to)}
          shown={strength}
          says={words.alarmSays(to, { strength, step: place + 1, steps: numbers.calm.length })}
          least={0}
          most={numbers.calm.length - 1}
          value={place}
          onTurn={setPlace}
          ends={[words.alarmTouch(to), words.alarmInjury(to)]}
        />
        <Either
          label={words.alarmNerve(to)}
          of={[
            ['calm', words.alarmCalm(to)],
            ['months', words.alarmMonths(to)],
          ]}
          value={nerve}
          onChoose={setNerve}
        />
        <div className={styles.ruled}>
          <p className={styles.said}>{words.alarmCount(to, { count: isMonths ? stuck : calm })}</p>
          <TwentyRow filled={calm} doubtful={isMonths ? stuck - calm : 0} open="cork" />
          <p className={styles.small}>{isMonths ? words.alarmKeyMonths(to, { calm }) : words.alarmKeyCalm(to)}</p>
        </div>
        <p>{here.after > here.first ? words.alarmTouchMore(to, here) : words.alarmTouchLess(to, here)}</p>
      </div>
      <div className={styles.side}>
        <AlarmGates calm={here.calm} stuck={isMonths ? here.stuck : here.calm} place={place} />
        <AlarmCharts numbers={numbers} place={place} parts={partsOf(to, numbers, place)} />
        <p className={styles.small}>
          <b>{words.notAPlan(to)}</b> {words.alarmCaption(to)}
        </p>
      </div>
    </div>
  )
}

type ChartsProps = { numbers: AlarmNumbers; place: number; parts: readonly Part[] }

function AlarmCharts({ numbers, place, parts }: ChartsProps) {
  const to = useReader()
  const named: readonly [string, (width: number) => ReactNode][] = [
    [words.alarmCorkName(to), (width) => <CorkChart numbers={numbers} place={place} width={width} />],
    [words.alarmCourseName(to), (width) => <CourseChart numbers={numbers} place={place} width={width} />],
    [words.alarmPillName(to), (width) => <OpioidChart numbers={numbers} width={width} />],
  ]
  return (
    <div className={styles.panels}>
      {named.map(([name, draw], i) => {
        const part = parts[i]
        return (
          <div key={name}>
            <p className={styles.name}>{name}</p>
            <Chart label={name} width={340}>
              {draw}
            </Chart>
            {part && <Walk whole={part} how={words.walkHow(to)} />}
          </div>
        )
      })}
    </div>
  )
}

/** In which order gates open as the signal grows, so that they do not open from one side. */
const order = [1, 6, 3, 8, 0, 5, 2, 9, 4, 7]

function AlarmGates({ calm, stuck, place }: { calm: number; stuck: number; place: number }) {
  const to = useReader()
  const { ref, room } = useRoom(680)
  const count = gatesIn(room)
  const ranks = order.filter((each) => each < count)
  const of = (of100: number) => Math.round((of100 / 100) * count)
  const gateAt = (i: number): Gate => {
    const rank = ranks.indexOf(i)
    return rank < of(calm) ? 'open' : rank < of(stuck) ? 'stuck' : 'cork'
  }
  return (
    <div ref={ref}>
      <Gates
        gates={Array.from({ length: count }, (_, i) => gateAt(i))}
        messenger={0.15 + 0.07 * place + (stuck > calm ? 0.15 : 0)}
        width={room}
        above={words.alarmMessenger(to)}
        names={{ cork: words.heldCork(to), open: words.heldOpen(to), stuck: words.alarmWouldBeShut(to) }}
      />
    </div>
  )
}
