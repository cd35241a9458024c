import { type CurveInputs, curveInputs, type DoseSum, orderCurve } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { canonical } from '../../platform/canonical.ts'
import { sha256 } from '../../platform/keys.ts'

type Person = { dateOfBirth: string | null; sex: string | null }

const TYPICAL_AGE = 45

/** The inputs of an order's curve for a person; the seed is made of the plan's own id, so it is drawn once and kept. */
export const inputsFor = (planId: string, sum: DoseSum, { dateOfBirth, sex }: Person, now: Date): CurveInputs => {
  const born = dateOfBirth === null ? null : Temporal.PlainDate.from(dateOfBirth)
  const today = Temporal.PlainDate.from(now.toISOString().slice(0, 10))
  return curveInputs({
    doseMg: sum.doseMg.value,
    minutes: sum.minutes,
    weightKg: sum.weightKg,
    ageYears: born ? born.until(today, { largestUnit: 'years' }).years : TYPICAL_AGE,
    sex: sex === 'male' ? 'male' : 'female',
    seed: Number.parseInt(sha256(planId).slice(0, 8), 16),
  })
}

const DIGITS = 6

/** The hash of the curve these inputs draw: a curve drawn again years later can be held against it. */
export const curveHash = (inputs: CurveInputs): string => {
  const { plasma, effectSite } = orderCurve(inputs)
  const short = (values: Float64Array) => Array.from(values, (value) => value.toPrecision(DIGITS))
  return sha256(canonical([short(plasma.p50), short(plasma.p5), short(plasma.p95), short(effectSite.p50)]))
}

/** From the first to the last instant of the day on which a visit begins, in the clinic's zone: an order expires with its day. */
export const dayOfVisit = (start: string, zone: string): { validFrom: Date; validUntil: Date } => {
  const day = Temporal.Instant.from(start).toZonedDateTimeISO(zone).startOfDay()
  return { validFrom: new Date(day.epochMilliseconds), validUntil: new Date(day.add({ days: 1 }).epochMilliseconds) }
}
