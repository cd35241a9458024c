import { type ComponentType, useEffect, useState } from 'react'
import { loadAgain } from '../../../../data/api.ts'
import { Button, Card, Loading, Notice, useIsLive } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'

// The model and its drawing are a tenth of the page, and nothing at the chair waits for them: they come when the curve is wanted.
const loadDrawn = () => import('./drawn-curve.tsx').then(({ DrawnCurve }) => DrawnCurve)

/** The drawing, once it is wanted and the network is there: a browser asks only once for a file that it could not fetch. */
function useDrawn(isWanted: boolean) {
  const isLive = useIsLive()
  const [Drawn, setDrawn] = useState<ComponentType<Open> | null>(null)
  const [isLost, setLost] = useState(false)
  const isDue = isWanted && isLive && !Drawn
  useEffect(() => {
    if (!isDue) return
    loadDrawn().then(
      (came) => setDrawn(() => came),
      () => setLost(true),
    )
  }, [isDue])
  return { Drawn, isLost, isLive }
}

/** What the model expects, drawn again from the log: the past from what was given, the future from the order. */
export function Curve(open: Open) {
  const [isOpen, setOpen] = useState(false)
  const { Drawn, isLost, isLive } = useDrawn(isOpen)
  return (
    <Card
      title="What the model expects"
      note="model estimate, updated after each rate change"
      aside={
        <Button kind="second" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {isOpen &&
        (Drawn ? <Drawn {...open} /> : isLive && !isLost ? <Loading shape="chart" what="the curve" /> : <Away isLost={isLost} />)}
    </Card>
  )
}

const Away = ({ isLost }: { isLost: boolean }) => (
  <Notice
    status="defer"
    title={isLost ? 'The curve could not be fetched.' : 'The curve could not be fetched: there is no network.'}
    aside={
      isLost && (
        <Button kind="second" onClick={loadAgain}>
          Load the page again
        </Button>
      )
    }
  >
    <p>The record, the pump and charting do not need it. {!isLost && 'It comes by itself when the network is back.'}</p>
  </Notice>
)
