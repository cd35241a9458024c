import { ageAt, type CurveInputs, curveInputs, type DoseSum, orderCurve } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { canonical } from '../../platform/canonical.ts'
import { sha256 } from '../../platform/keys.ts'

type Person = { dateOfBirth: string | null; sex: string | null }

// Neither of the two models reads age or sex; a model that does would ask for them first.
const TYPICAL = { ageYears: 45, sex: 'female' } as const

/** The inputs of an order's curve for a person. */
export const inputsFor = (sum: DoseSum, { dateOfBirth, sex }: Person, now: Date, zone: string): CurveInputs =>
  curveInputs({
    doseMg: sum.doseMg.value,
    minutes: sum.minutes,
    weightKg: sum.weightKg,
    ageYears: dateOfBirth === null ? TYPICAL.ageYears : ageAt(dateOfBirth, now.toISOString(), zone),
    sex: sex === 'male' ? 'male' : TYPICAL.sex,
  })

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
