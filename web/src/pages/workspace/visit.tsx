import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useVisit, type Visit } from '../../data/session.ts'
import { LiveState, useIsLive } from '../../ui/index.tsx'
import { Loading } from '../../ui/states.tsx'
import { Offers } from './visit/entries/offers.tsx'
import { type Open, useOpen } from './visit/folded.ts'
import { Head } from './visit/frame/head.tsx'
import { Responsible } from './visit/frame/responsible.tsx'
import { ToItsPage } from './visit/frame/to-its-page.tsx'
import { Chair } from './visit/running/chair.tsx'
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

// Each step is loaded when the visit comes to it; the running pump's is always there, so that nothing stands before pause and stop.
const CheckIn = lazy(() => import('./visit/before/check-in.tsx').then(({ CheckIn }) => ({ default: CheckIn })))
const DrawUp = lazy(() => import('./visit/before/draw-up.tsx').then(({ DrawUp }) => ({ default: DrawUp })))
const Ready = lazy(() => import('./visit/ready/ready.tsx').then(({ Ready }) => ({ default: Ready })))
const Recovery = lazy(() => import('./visit/recovery/recovery.tsx').then(({ Recovery }) => ({ default: Recovery })))
const Over = lazy(() => import('./visit/over/over.tsx').then(({ Over }) => ({ default: Over })))

/** One visit. Every link leads here; a visit that has another page says so, and this one sends there. */
export default function VisitPage() {
  const { sessionId } = useParams({ strict: false })
  const visit = useVisit(String(sessionId))
  return visit.screen === 'pump' ? <AtThePump visit={visit} /> : <ToItsPage visit={visit} />
}

/** A visit at its chair, at the step where it is. */
function AtThePump({ visit }: { visit: Visit }) {
  const open = useOpen(visit)
  const isLive = useIsLive()
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
