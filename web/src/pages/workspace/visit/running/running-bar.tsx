import { amountsAt, exact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { Button, Elapsed, StateMark } from '../../../../ui/index.tsx'
import { figure, quantity } from '../../../../ui/quantity.tsx'
import { ClockNotice } from '../shared/clock-notice.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import styles from '../visit.module.css'
import { PauseQuestion } from './pause-question.tsx'
import { RateQuestion } from './rate-question.tsx'
import { StopQuestion } from './stop-question.tsx'

const mgPerHour = (rate: string, { totalMg, finalMl }: { totalMg: string; finalMl: string }) =>
  plain(exact(rate).times(totalMg).div(finalMl), 2)

/** The rate, the largest thing on the screen; what was given of what was ordered; Stop at its right end, always. */
export function RunningBar(open: Open) {
  const { visit, session } = open
  const [asks, setAsks] = useState<'stop' | 'rate' | 'pause' | null>(null)
  const { infusate, rateMlPerHour, startedAt, stateSince, state } = session
  if (!infusate || !startedAt || rateMlPerHour === null) return null
  const given = amountsAt(session, visit.now)?.givenMg ?? '0'
  const share = exact(given).div(visit.order.doseMg).times(100).toNumber()
  const isPaused = state === 'paused'
  const close = () => setAsks(null)
  return (
    <section className={styles.bar} aria-label="The infusion">
      <div className={styles.rate}>
        <StateMark state={isPaused ? 'paused' : 'running'} word={isPaused ? 'Paused, ' : 'Running, '} />{' '}
        <b>
          <Elapsed since={isPaused ? (stateSince ?? startedAt) : startedAt} />
        </b>
        <p>
          <strong>{figure(mgPerHour(rateMlPerHour, infusate))}</strong> mg/h ketamine
        </p>
      </div>
      <div className={styles.given}>
        <p>
          <span>
            <b>{quantity(given, 'mg')}</b> given
          </span>
          <span>of {quantity(visit.order.doseMg, 'mg')} ordered</span>
        </p>
        <div className={styles.track}>
          <i style={{ width: `${Math.min(100, share)}%` }} />
        </div>
        <ClockNotice visit={visit} session={session} />
        <p>
          <span>
            Pump: {quantity(rateMlPerHour, 'mL/h')} of {quantity(mgPerHour('1', infusate), 'mg/mL')}
          </span>
          <span>
            {visit.order.indication === 'pain' ? 'day' : 'session'} {visit.order.number} of {visit.order.of}
          </span>
        </p>
      </div>
      <div className={styles.pump}>
        <Button kind={kindOf(visit, 'resume')} size="chair" keyHint="r" onClick={() => setAsks('rate')}>
          {isPaused ? 'Resume' : 'Change rate'}
        </Button>
        {!isPaused && (
          <Button kind="second" size="chair" keyHint="p" onClick={() => setAsks('pause')}>
            Pause
          </Button>
        )}
        <Button
          kind={visit.next.code === 'stop' ? 'stop now' : 'stop'}
          size="chair"
          icon="cross"
          keyHint="s"
          onClick={() => setAsks('stop')}
        >
          Stop
        </Button>
      </div>
      <StopQuestion {...open} isOpen={asks === 'stop'} onClose={close} given={given} />
      {asks === 'pause' && <PauseQuestion visit={visit} onClose={close} />}
      {asks === 'rate' && <RateQuestion {...open} onClose={close} />}
    </section>
  )
}
