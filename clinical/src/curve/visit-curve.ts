import { band, effects, endOf, infusion, models, patientVariability, type Regimen } from '@dripline/engine'
import { exact } from '../exact.ts'
import { curve } from '../policies/curve.ts'
import { usual } from '../policy.ts'
import { administrationOf } from '../visit/administrations.ts'
import { expectedEnd } from '../visit/infusion-amounts.ts'
import type { FoldedSession } from '../visit/infusion-words.ts'
import type { CurveInputs, OrderCurve } from './curve-inputs.ts'
import { cannotDraw } from './frozen-curve.ts'

const { stepMinutes, visitAfterMinutes } = usual(curve)
const MINUTE_MS = 60_000

/** What was given up to an instant and, while the pump runs or is paused, what the order still wants at the last rate; minutes from the start. Empty where the administration asks no model. */
export function visitRegimen(session: FoldedSession, asOf: string): Regimen {
  const given = administrationOf(session.gives.by)?.regimen?.(session, asOf) ?? []
  const { infusate, startedAt, segments } = session
  const rate = segments.at(-1)?.rateMlPerHour
  const end = rate === undefined ? null : expectedEnd({ ...session, rateMlPerHour: rate, state: goesOn(session) }, asOf)
  if (!infusate || !startedAt || rate === undefined || end === null) return given
  const minutes = (Date.parse(end) - Date.parse(asOf)) / MINUTE_MS
  if (minutes <= 0) return given
  const mg = exact(rate).times(minutes).div(60).times(infusate.infusateMg).div(infusate.finalMl).toNumber()
  return [...given, infusion(mg, minutes, (Date.parse(asOf) - Date.parse(startedAt)) / MINUTE_MS)]
}

/** A paused pump is drawn as if it were let on now: the rest of the order still stands. */
const goesOn = ({ state }: FoldedSession) => (state === 'paused' ? 'running' : state)

/** The curve of a visit drawn anew: the past from what was given, the future from the order. Null before the start, and where it cannot be drawn with what the order was frozen with. A model estimate. */
export function visitCurve(session: FoldedSession, inputs: CurveInputs, asOf: string): OrderCurve | null {
  const regimen = visitRegimen(session, asOf)
  const model = Object.values(models).find(({ id }) => id === inputs.model.id)
  if (!session.startedAt || !model || regimen.length === 0 || cannotDraw(inputs)) return null
  const { subject, seed, size } = inputs
  const times = Array.from(
    { length: Math.ceil((endOf(regimen) + visitAfterMinutes) / stepMinutes) + 1 },
    (_, i) => i * stepMinutes,
  )
  const effect = effects.perceptionOlofsen2022
  return { ...band({ model, subject, regimen, times, effect, seed, size, variability: patientVariability }), times }
}
