import { useState } from 'react'
import { SessionChart } from '../../../../charts/session-chart.tsx'
import { Card } from '../../../../ui/index.tsx'
import { Log } from '../entries/log.tsx'
import { recordOf } from '../entries/record.ts'
import type { Open } from '../folded.ts'
import { PolicyNotice } from '../frame/policy-notice.tsx'
import { StepTitle } from '../frame/step-page.tsx'
import { DueStrip, type Pad } from '../pads/due-strip.tsx'
import { Pads } from '../pads/pads.tsx'
import styles from '../visit.module.css'
import { Gates } from './gates.tsx'
import { Override } from './override.tsx'
import { PumpTotal } from './pump-total.tsx'
import { RecoveryBar } from './recovery-bar.tsx'
import { RecoveryScores } from './recovery-scores.tsx'
import { WasteCard } from './waste.tsx'

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** After the stop: what is missing before going home stands on top with its own act; Discharge is shut while it is. */
export function Recovery(open: Open) {
  const { visit, session } = open
  const [pad, setPad] = useState<Pad>('vitals')
  const gates = visit.gates.discharge
  const missing = gates.filter(({ state }) => state !== 'met').length
  const isRecovering = session.state === 'recovering'
  const criteria = `${words[missing] ?? missing} discharge ${missing === 1 ? 'criterion' : 'criteria'} not met`
  return (
    <>
      <RecoveryBar {...open} />
      <div className={styles.body}>
        <PolicyNotice {...open} />
        <StepTitle
          title={missing === 0 ? `${visit.person.name} is ready for discharge` : criteria}
          lead={`${gates.length - missing} of ${gates.length} criteria met.${isRecovering ? '' : ' Recovery has not started yet.'}`}
        />
        <PumpTotal {...open} />
        {!session.isBookClosed && <WasteCard {...open} />}
        <DueStrip {...open} onPick={setPad} />
        <div className={styles.work}>
          <div className={styles.column}>
            <Gates {...open} onPick={setPad} />
            <RecoveryScores {...open} />
            {missing > 0 && isRecovering && <Override {...open} />}
          </div>
          <div className={styles.column}>
            <Pads {...open} pad={pad} onPick={setPad} />
            <Card>
              <SessionChart record={recordOf(visit, session)} />
            </Card>
          </div>
        </div>
        <Log {...open} />
      </div>
    </>
  )
}
