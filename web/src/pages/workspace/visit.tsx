import { useParams } from '@tanstack/react-router'
import { LiveState, useIsLive } from '../../ui/index.tsx'
import { Chair } from './visit/chair.tsx'
import { CheckIn } from './visit/check-in.tsx'
import { DrawUp } from './visit/draw-up.tsx'
import { type Open, useOpenVisit } from './visit/folded.ts'
import { Head } from './visit/head.tsx'
import { Offers } from './visit/offers.tsx'
import { Over } from './visit/over.tsx'
import { Ready } from './visit/ready.tsx'
import { Recovery } from './visit/recovery.tsx'
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

/** One visit at its chair, at the step where it is. */
export default function Visit() {
  const { sessionId } = useParams({ strict: false })
  const open = useOpenVisit(String(sessionId))
  const isLive = useIsLive()
  return (
    <div className={styles.visit} data-stale={!isLive || undefined}>
      <Head {...open} />
      <LiveState what="This record" />
      <Responsible {...open} />
      <Offers {...open} />
      <Step {...open} />
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
