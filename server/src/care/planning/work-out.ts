import {
  type DoseSum,
  type Fault,
  failedSoft,
  Problem,
  type Protocol,
  protocolOf,
  requirePossible,
  type Versioned,
  workOutDose,
} from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import type { DoseChoice } from './plan.ts'

type Body = { heightCm: string | null; sex: 'female' | 'male' | null }
type Surroundings = { body: Body; now: Date; zone: string; isFirstDose: boolean; hoursSinceLastDose: number | null }

export type WorkedOut = { protocol: Versioned<Protocol>; sum: DoseSum }

const dayIn = (zone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/** The dose of a choice, with every check; throws nothing that a screen could not show. */
export const workOut = (choice: DoseChoice, { body, now, zone, isFirstDose, hoursSinceLastDose }: Surroundings): WorkedOut => {
  const protocol = protocolOf(choice.protocolId)
  if (!protocol)
    throw new Problem('not-valid', {}, [
      { field: 'dose.protocolId', expected: 'one of the clinic’s protocols', value: choice.protocolId },
    ])
  const measured = new Date(choice.weightAt)
  if (measured > now)
    throw new Problem('not-valid', {}, [{ field: 'dose.weightAt', expected: 'a time that has passed', value: choice.weightAt }])
  const measuredDaysAgo = dayIn(zone, measured).until(dayIn(zone, now), { largestUnit: 'days' }).days
  const sum = workOutDose({
    protocol,
    weight: { kg: choice.weightKg, basis: 'actual', measuredDaysAgo },
    body,
    vialMgPerMl: choice.vialMgPerMl,
    infusate: choice.infusate,
    enteredDoseMg: choice.enteredDoseMg ?? null,
    isFirstDose,
    // Signing fixes a course that begins later: the weight is measured again at each check-in, against this one.
    isInCourse: true,
    hoursSinceLastDose,
    sedation: { intended: 'minimal', hasModerateEquipment: false },
  })
  return { protocol, sum }
}

/** Lets through what passes every hard check and whose soft checks were acknowledged by name. */
export const refuseUnchecked = (sum: DoseSum, acknowledged: readonly string[]): void => {
  requirePossible(sum)
  const faults: Fault[] = failedSoft(sum)
    .filter(({ id }) => !acknowledged.includes(id))
    .map(({ id, text }) => ({ field: id, expected: `to be acknowledged: ${text}` }))
  if (faults.length > 0) throw new Problem('dose-not-possible', {}, faults)
}
