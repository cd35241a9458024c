import { useState } from 'react'
import { SessionChart } from '../../../../charts/session-chart.tsx'
import { Card } from '../../../../ui/index.tsx'
import { DueStrip, type Pad } from '../shared/due-strip.tsx'
import type { Open } from '../shared/folded.ts'
import { Log } from '../shared/log.tsx'
import { Pads } from '../shared/pads.tsx'
import { PolicyNotice } from '../shared/policy-notice.tsx'
import { recordOf } from '../shared/record.ts'
import styles from '../shared/shared.module.css'
import { StepTitle } from '../shared/step-page.tsx'
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
