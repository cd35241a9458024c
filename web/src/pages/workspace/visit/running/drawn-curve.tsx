import {
  cannotDraw,
  curveCaption,
  type OrderCurve,
  plasmaRanges,
  ratesShown,
  sayCannotDraw,
  visitCurve,
} from '@dripline/clinical'
import { useMemo } from 'react'
import { ConcentrationChart } from '../../../../charts/concentration-chart.tsx'
import type { FanPoint } from '../../../../charts/fan.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'

const ngPerMl = 1000
const fan = (curve: OrderCurve, site: 'plasma' | 'effectSite'): FanPoint[] =>
  curve.times.map((minute, i) => {
    const at = (line: 'p5' | 'p25' | 'p50' | 'p75' | 'p95') => (curve[site][line][i] ?? 0) * ngPerMl
    return { at: minute / 60, p5: at('p5'), p25: at('p25'), median: at('p50'), p75: at('p75'), p95: at('p95') }
  })

const everyMs = 60_000

/** The curve as the model of the order has it, of what was given until now. */
export function DrawnCurve({ visit, session }: Open) {
  const { inputs } = visit.order
  const asOf = new Date(Math.floor(Date.parse(visit.now) / everyMs) * everyMs).toISOString()
  const curve = useMemo(() => visitCurve(session, inputs, asOf), [session, inputs, asOf])
  const { startedAt } = session
  const why = cannotDraw(inputs)
  if (why) return <p>{sayCannotDraw(why)}</p>
  if (!curve || !startedAt) return <p>The curve starts when the pump starts.</p>
  const hours = (at: string) => (Date.parse(at) - Date.parse(startedAt)) / 3_600_000
  const rates = ratesShown(session).map(({ from, to, rateMgPerHour }) => ({
    from: hours(from),
    to: hours(to ?? visit.now),
    rateMgPerHour: Number(rateMgPerHour ?? 0),
  }))
  return (
    <ConcentrationChart
      plasma={fan(curve, 'plasma')}
      effect={fan(curve, 'effectSite')}
      rates={rates}
      ranges={plasmaRanges.ranges}
      rangesTitle={`published plasma\nranges, ${plasmaRanges.source}`}
      caption={`As of ${sayTime(asOf, visit.zone)}. Model ${inputs.model.id}, version ${inputs.model.version.slice(0, 6)}; ${inputs.size} simulated adults around ${inputs.subject.weightKg} kg. ${curveCaption.spread}. ${curveCaption.effectSite}. ${curveCaption.notModelled}.`}
    />
  )
}
