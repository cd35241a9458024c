import * as words from '@dripline/clinical/words/explore'
import { useState } from 'react'
import { Chart, useRoom } from '../../charts/chart.tsx'
import { useReader } from '../../data/reader.ts'
import { TwentyRow } from '../../pages/public/articles/twenty.tsx'
import styles from '../explore.module.css'
import { type Gate, Gates, gatesIn } from '../gates.tsx'
import { Setting } from '../setting.tsx'
import { useSays } from '../use-says.ts'
import { Walk } from '../walk.tsx'
import { HeldChart } from './held-chart.tsx'
import type { HeldNumbers, OfGates } from './numbers.ts'
import { partsOf, twinOf } from './parts.ts'

const ofTwenty = (of100: number) => Math.round(of100 / 5)
const none: OfGates = [0, 0, 0, 0, 0]

/** Turn the dose, see how many gates it holds, with the doubt as loud as the number. */
export default function HeldPlay({ numbers }: { numbers: HeldNumbers }) {
  const to = useReader()
  const [dose, setDose] = useState(numbers.published)
  const { infusionHours: hours, byDose } = numbers
  const here = byDose[dose] ?? none
  const [low, , typical, , high] = here.map(Math.round) as unknown as OfGates
  useSays(words.heldResult(to, { dose, typical, low, high }))
  const [few, about, many] = [low, typical, high].map(ofTwenty) as [number, number, number]
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <Setting
          label={words.heldDose(to, { hours })}
          shown={words.heldMg(to, { dose })}
          says={words.heldSays(to, { dose })}
          least={numbers.least}
          most={numbers.most}
          value={dose}
          onTurn={setDose}
          ends={[words.heldMg(to, { dose: numbers.least }), words.heldMg(to, { dose: numbers.most })]}
        />
        <p className={styles.small}>{words.heldStarts(to, { dose: numbers.published })}</p>
        <div className={styles.ruled}>
          <p className={styles.said}>{words.heldCount(to, { count: about })}</p>
          <TwentyRow filled={few} likely={about - few} doubtful={many - about} open="empty" />
          <p className={styles.small}>{words.heldCould(to, { low: few, high: many })}</p>
        </div>
        <p>
          <b>{words.heldNotRelief(to)}</b>
        </p>
      </div>
      <div className={styles.side}>
        <HeldGates here={here} />
        <p className={styles.name}>{words.heldChart(to, { hours })}</p>
        <Chart
          label={words.heldChart(to, { hours })}
          caption={
            <>
              <b>{words.notAPlan(to)}</b> {words.heldCaption(to)}
            </>
          }
          twin={twinOf(to, numbers)}
          width={680}
        >
          {(width) => <HeldChart numbers={numbers} dose={dose} width={width} />}
        </Chart>
        <Walk whole={partsOf(to, numbers, dose)} how={words.walkHow(to)} />
      </div>
    </div>
  )
}

function HeldGates({ here: [low, , typical, , high] }: { here: OfGates }) {
  const to = useReader()
  const { ref, room } = useRoom(680)
  const count = gatesIn(room)
  const of = (of100: number) => Math.round((of100 / 100) * count)
  const held = of(low)
  const doubt = Math.max(of(high) - held, typical > 0 ? 1 : 0)
  return (
    <div ref={ref}>
      <Gates
        gates={Array.from({ length: count }, (_, i) => gateAt(i, held, doubt))}
        messenger={0.7}
        width={room}
        above={words.heldMessenger(to)}
        names={{
          held: words.heldIn(to),
          open: words.heldOpen(to),
          cork: words.heldCork(to),
          doubt: words.heldDoubt(to),
        }}
      />
    </div>
  )
}

/** Held gates first, then those in doubt, then open and corked ones in turn. */
const gateAt = (i: number, held: number, doubt: number): Gate => {
  if (i < held) return 'held'
  if (i < held + doubt) return 'doubt'
  return (i - held - doubt) % 2 === 0 ? 'open' : 'cork'
}
