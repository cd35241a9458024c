import {
  administrationOf,
  cannotDraw,
  curveCaption,
  type FoldedSession,
  type OrderCurve,
  ratesShown,
  sayCannotDraw,
  visitCurve,
} from '@dripline/clinical'
import { useMemo } from 'react'
import { ConcentrationChart } from '../../../charts/concentration-chart.tsx'
import type { PumpRecord, VisitRecord } from '../../../data/record.ts'
import { Card } from '../../../ui/index.tsx'

const ngPerMl = 1000
const hourMs = 3_600_000

const plasmaOf = ({ plasma, times }: OrderCurve) =>
  times.map((minute, i) => {
    const at = (values: Float64Array) => (values[i] ?? 0) * ngPerMl
    return {
      at: minute / 60,
      p5: at(plasma.p5),
      p25: at(plasma.p25),
      median: at(plasma.p50),
      p75: at(plasma.p75),
      p95: at(plasma.p95),
    }
  })

/** Plasma as the model of the order expects it, or why there is none: an administration that asks no model has no curve. */
export function Estimate({ visit, session }: { visit: VisitRecord; session: FoldedSession }) {
  const { gives } = session
  const { title, regimen } = administrationOf(gives.by) ?? { title: gives.by, regimen: null }
  if (visit.screen === 'pump') return <Plasma visit={visit} session={session} />
  return (
    <Card title="No curve">
      <p>{regimen === null ? `${title}: no model is asked, so no curve is drawn.` : 'This order was signed without a model.'}</p>
    </Card>
  )
}

/** Plasma from what was really given; drawn with what was frozen, or said not to be. */
function Plasma({ visit, session }: { visit: PumpRecord; session: FoldedSession }) {
  const { inputs } = visit.order
  const until = session.stoppedAt ?? visit.now
  const curve = useMemo(() => visitCurve(session, inputs, until), [session, inputs, until])
  const why = cannotDraw(inputs)
  const { startedAt } = session
  if (!startedAt) return null
  const hours = (at: string) => (Date.parse(at) - Date.parse(startedAt)) / hourMs
  return (
    <Card title="Plasma, estimated" note="a model, not a measurement; not on the patient’s copy">
      {why || !curve ? (
        <p>{why ? sayCannotDraw(why) : 'Nothing was given.'}</p>
      ) : (
        <ConcentrationChart
          plasma={plasmaOf(curve)}
          rates={ratesShown(session).map(({ from, to, rateMgPerHour }) => ({
            from: hours(from),
            to: hours(to ?? until),
            rateMgPerHour: Number(rateMgPerHour ?? 0),
          }))}
          caption={`Model estimate from what was really given. ${inputs.model.id}, version ${inputs.model.version.slice(0, 7)}; bands: 50 and 90 of 100 people. ${curveCaption.spread}. ${curveCaption.notModelled}.`}
        />
      )}
    </Card>
  )
}
