import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { LiveState, useIsLive } from '../../ui/index.tsx'
import { Loading } from '../../ui/states.tsx'
import { useFetchedAhead } from '../../ui/use-fetched-ahead.ts'
import { Chair } from './visit/chair.tsx'
import { type Open, useOpenVisit } from './visit/folded.ts'
import { Head } from './visit/head.tsx'
import { Offers } from './visit/offers.tsx'
import { Responsible } from './visit/responsible.tsx'
import styles from './visit/visit.module.css'

export const page = {
  path: '/visits/:sessionId',
  for: ['nurse', 'prescriber'],
  mood: 'work',
  title: 'Visit',
  place: 'Room',
  skeleton: 'chart',
  frame: 'bare',
  dim: true,
} as const

const load = {
  checkIn: () => import('./visit/check-in.tsx'),
  drawUp: () => import('./visit/draw-up.tsx'),
  ready: () => import('./visit/ready.tsx'),
  recovery: () => import('./visit/recovery.tsx'),
  over: () => import('./visit/over.tsx'),
}
// The running pump's step is always there, so that nothing stands before pause and stop; the others come when the visit comes to them.
const CheckIn = lazy(() => load.checkIn().then(({ CheckIn }) => ({ default: CheckIn })))
const DrawUp = lazy(() => load.drawUp().then(({ DrawUp }) => ({ default: DrawUp })))
const Ready = lazy(() => load.ready().then(({ Ready }) => ({ default: Ready })))
const Recovery = lazy(() => load.recovery().then(({ Recovery }) => ({ default: Recovery })))
const Over = lazy(() => load.over().then(({ Over }) => ({ default: Over })))

const fromThePump = [load.recovery, load.over]
const beforeIt = [load.drawUp, load.ready, ...fromThePump]
/** What a visit comes to from here: it is fetched ahead, since the network may be away when another step begins. */
const aheadOf = (state: string) => (state === 'booked' || state === 'arrived' || state === 'cleared' ? beforeIt : fromThePump)

/** One visit at its chair, at the step where it is. */
export default function Visit() {
  const { sessionId } = useParams({ strict: false })
  const open = useOpenVisit(String(sessionId))
  const isLive = useIsLive()
  useFetchedAhead(aheadOf(open.session.state))
  return (
    <div className={styles.visit} data-stale={!isLive || undefined}>
      <Head {...open} />
      <LiveState what="This record" />
      <Responsible {...open} />
      <Offers {...open} />
      <Suspense fallback={<Loading shape="chart" what="this step" />}>
        <Step {...open} />
      </Suspense>
    </div>
  )
}

function Step(open: Open) {
  switch (open.session.state) {
    case 'booked':
    case 'arrived':
      return <CheckIn {...open} />
    case 'cleared':
    case 'drawn up':
      return <DrawUp {...open} />
    case 'checked':
      return <Ready {...open} />
    case 'running':
    case 'paused':
      return <Chair {...open} />
    case 'stopped':
    case 'recovering':
      return <Recovery {...open} />
    case 'left':
    case 'cancelled':
      return <Over {...open} />
  }
}
