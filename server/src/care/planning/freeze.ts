import { ageAt, type CurveInputs, curveInputs, curveText, type DoseSum, orderCurve } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
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

/** The hash of the curve these inputs draw: a curve drawn again years later can be held against it. */
export const curveHash = (inputs: CurveInputs): string => sha256(curveText(orderCurve(inputs)))

/** From the first to the last instant of the day on which a visit begins, in the clinic's zone: an order expires with its day. */
export const dayOfVisit = (start: string, zone: string): { validFrom: Date; validUntil: Date } => {
  const day = Temporal.Instant.from(start).toZonedDateTimeISO(zone).startOfDay()
  return { validFrom: new Date(day.epochMilliseconds), validUntil: new Date(day.add({ days: 1 }).epochMilliseconds) }
}
