import { useState } from 'react'
import { SessionChart } from '../../../../charts/session-chart.tsx'
import { Card } from '../../../../ui/index.tsx'
import { Log } from '../entries/log.tsx'
import { recordOf } from '../entries/record.ts'
import type { Open } from '../folded.ts'
import { PolicyNotice } from '../frame/policy-notice.tsx'
import { DueStrip, type Pad } from '../pads/due-strip.tsx'
import { Pads } from '../pads/pads.tsx'
import styles from '../visit.module.css'
import { Curve } from './curve.tsx'
import { Latest } from './latest.tsx'
import { RunningBar } from './running-bar.tsx'

/** The chair while the pump runs or is paused: what is late first, the whole record, and the pad that is due already open. */
export function Chair(open: Open) {
  const { visit, session } = open
  const [picked, setPicked] = useState<Pad | null>(null)
  const [first] = visit.due
  const pad = picked ?? (first?.what === 'scores' ? 'scores' : first && first.lateByMinutes >= 0 ? 'vitals' : 'scores')
  return (
    <>
      <RunningBar {...open} />
      <div className={styles.body}>
        <PolicyNotice {...open} />
        <DueStrip {...open} onPick={setPicked} />
        <div className={styles.work}>
          <div className={styles.column}>
            <Latest {...open} />
            <Card>
              <SessionChart record={recordOf(visit, session)} />
            </Card>
          </div>
          <div className={styles.column}>
            <Pads {...open} pad={pad} onPick={setPicked} />
          </div>
        </div>
        <Curve {...open} />
        <Log {...open} />
        <small>
          Charting needs the network. What you typed stays in its field until it is saved. Charted values are not an alarm; rely
          on the bedside monitor.
        </small>
      </div>
    </>
  )
}
