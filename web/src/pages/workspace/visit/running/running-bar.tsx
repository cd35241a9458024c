import { amountsAt, exact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { Button, Elapsed, figure, quantity, StateMark } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { RateQuestion } from '../frame/rate-question.tsx'
import { Amount, VisitBar } from '../frame/visit-bar.tsx'
import { kindOf } from '../kind-of.ts'
import { PauseQuestion } from './pause-question.tsx'
import { StopQuestion } from './stop-question.tsx'

const rateMgPerHour = (rate: string, { infusateMg, finalMl }: { infusateMg: string; finalMl: string }) =>
  plain(exact(rate).times(infusateMg).div(finalMl), 2)

/** The rate, the largest thing on the screen; what was given of what was ordered; Stop at its right end, always. */
export function RunningBar(open: Open) {
  const { visit, session } = open
  const [asks, setAsks] = useState<'stop' | 'rate' | 'pause' | null>(null)
  const { infusate, rateMlPerHour, startedAt, stateSince, state } = session
  if (!infusate || !startedAt || rateMlPerHour === null) return null
  const { order } = visit
  const given = amountsAt(session, visit.now)?.givenMg ?? '0'
  const isPaused = state === 'paused'
  const close = () => setAsks(null)
  return (
    <>
      <VisitBar
        {...open}
        label="The infusion"
        state={
          <>
            <StateMark state={isPaused ? 'paused' : 'running'} word={isPaused ? 'Paused, ' : 'Running, '} />{' '}
            <b>
              <Elapsed since={isPaused ? (stateSince ?? startedAt) : startedAt} />
            </b>
          </>
        }
        figure={figure(rateMgPerHour(rateMlPerHour, infusate))}
        of="mg/h ketamine"
        given={[<Amount key="given" mg={given} />, <>of {quantity(order.doseMg, 'mg')} ordered</>]}
        share={exact(given).div(order.doseMg).times(100).toNumber()}
        below={[
          <>
            Pump: {quantity(rateMlPerHour, 'mL/h')} of {quantity(rateMgPerHour('1', infusate), 'mg/mL')}
          </>,
          `${order.indication === 'pain' ? 'day' : 'session'} ${order.number} of ${order.of}`,
        ]}
      >
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
      </VisitBar>
      {asks === 'stop' && <StopQuestion {...open} onClose={close} given={given} />}
      {asks === 'pause' && <PauseQuestion visit={visit} onClose={close} />}
      {asks === 'rate' && <RateQuestion {...open} onClose={close} />}
    </>
  )
}
