import { type ComponentType, useState } from 'react'
import { Act, Card, Notice } from '../../../ui/index.tsx'
import { Loading } from '../../../ui/states.tsx'
import type { Open } from './folded.ts'

// The model and its drawing are a tenth of the page, and nothing at the chair waits for them: they come when the curve is wanted.
const loadDrawn = () => import('./drawn-curve.tsx').then(({ DrawnCurve }) => DrawnCurve)

/** What the model expects, drawn again from the log: the past from what was given, the future from the order. */
export function Curve(open: Open) {
  const [isOpen, setOpen] = useState(false)
  const [isAway, setAway] = useState(false)
  const [Drawn, setDrawn] = useState<ComponentType<Open> | null>(null)
  const load = () => {
    setAway(false)
    loadDrawn().then(
      (came) => setDrawn(() => came),
      () => setAway(true),
    )
  }
  const turn = () => {
    setOpen(!isOpen)
    if (!isOpen && !Drawn) load()
  }
  return (
    <Card
      title="What the model expects"
      note="model estimate, updated after each rate change"
      aside={
        <Act kind="second" onAct={turn}>
          {isOpen ? 'Hide' : 'Show'}
        </Act>
      }
    >
      {isOpen && (Drawn ? <Drawn {...open} /> : isAway ? <Away onRetry={load} /> : <Loading shape="chart" what="the curve" />)}
    </Card>
  )
}

const Away = ({ onRetry }: { onRetry: () => void }) => (
  <Notice status="defer" title="The curve could not be fetched: there is no network.">
    <p>The record, the pump and charting do not need it.</p>
    <Act kind="second" onAct={onRetry}>
      Try again
    </Act>
  </Notice>
)
