import {
  type DoseChoice,
  type DoseHistory,
  type DoseLimits,
  type DoseSum,
  type Fault,
  failedSoft,
  Problem,
  type Protocol,
  protocolOf,
  requirePossible,
  type Versioned,
  workOutChoice,
} from '@dripline/clinical'

type Body = { heightCm: string | null; sex: 'female' | 'male' | null }
type Surroundings = { body: Body; now: Date; zone: string; lastKg: string | null; limits: DoseLimits } & DoseHistory

export type WorkedOut = { protocol: Versioned<Protocol>; sum: DoseSum }

/** The dose of a choice, with every check; a choice that names no protocol or a weight from the future is refused. */
export const workOut = (choice: DoseChoice, { now, ...surroundings }: Surroundings): WorkedOut => {
  const protocol = protocolOf(choice.protocolId)
  const faults: Fault[] = []
  if (!protocol) faults.push({ field: 'dose.protocolId', code: 'one-of-clinics-protocols', value: choice.protocolId })
  if (new Date(choice.weightAt) > now)
    faults.push({ field: 'dose.weightAt', code: 'time-that-has-passed', value: choice.weightAt })
  if (!protocol || faults.length > 0) throw new Problem('not-valid', {}, faults)
  return { protocol, sum: workOutChoice(choice, { protocol, now: now.toISOString(), ...surroundings }) }
}

/** Lets through what passes every hard check and whose soft checks were acknowledged by name. */
export const refuseUnchecked = (sum: DoseSum, acknowledged: readonly string[]): void => {
  requirePossible(sum)
  const faults: Fault[] = failedSoft(sum)
    .filter(({ id }) => !acknowledged.includes(id))
    .map(({ id, found }) => ({ field: id, code: 'to-be-acknowledged-reason', params: { reason: found } }))
  if (faults.length > 0) throw new Problem('dose-not-possible', {}, faults)
}
