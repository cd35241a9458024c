import { useParams } from '@tanstack/react-router'
import { useVisit, type Visit } from '../../data/session.ts'
import { LiveState, Loading, later, Part, useIsLive } from '../../ui/index.tsx'
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
const CheckIn = later(() => import('./visit/before/check-in.tsx').then(({ CheckIn }) => CheckIn))
const DrawUp = later(() => import('./visit/before/draw-up.tsx').then(({ DrawUp }) => DrawUp))
const Ready = later(() => import('./visit/ready/ready.tsx').then(({ Ready }) => Ready))
const Recovery = later(() => import('./visit/recovery/recovery.tsx').then(({ Recovery }) => Recovery))
const Over = later(() => import('./visit/over/over.tsx').then(({ Over }) => Over))

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
      <Part resetKey={open.session.state} loading={<Loading shape="chart" what="this step" />}>
        <Step {...open} />
      </Part>
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
