import { discharge } from '../policies/discharge.ts'
import { signs } from '../policies/signs.ts'
import { usual, type Values } from '../policy.ts'

/** How long a reading holds at an act and what a gate lets pass: minutes, beats a minute, percent, RASS, hours. */
export type GatePolicy = ReturnType<typeof gatePolicyOf>

/** The clinic's policies on signs and leaving, as gates read them. */
export const gatePolicyOf = (policies: { signs: Values<typeof signs>; discharge: Values<typeof discharge> }) => {
  const { signs: at, discharge: leaving } = policies
  return {
    /** At start, resume, raise and leaving. */
    signMinutes: { pressure: at.pressureMinutes, pulse: at.pulseMinutes, spo2: at.spo2Minutes, sedation: at.sedationMinutes },
    /** What somebody saw before the patient goes home. */
    leavingMinutes: { seen: leaving.seenMinutes, dissociation: leaving.dissociationMinutes },
    /** Before the start and before leaving, and while a dose is in. */
    pulse: {
      still: { least: at.stillPulseLeast, most: at.stillPulseMost },
      running: { least: at.runningPulseLeast, most: at.runningPulseMost },
    },
    spo2: { still: at.stillSpo2, running: at.runningSpo2 },
    sedation: {
      still: { least: at.stillSedationLeast, most: at.stillSedationMost },
      running: { least: at.runningSedationLeast, most: at.runningSedationMost },
    },
    pressureApartMinutes: at.pressureApartMinutes,
    leavingPressurePercent: leaving.pressurePercent,
    leavingDissociation: leaving.dissociationMost,
    recoveryLeast: { aldrete: leaving.aldreteLeast, padss: leaving.padssLeast },
    stayMinutes: { depression: leaving.stayDepressionMinutes, pain: leaving.stayPainMinutes },
    weightPercent: at.weightPercent,
    infusionsInYear: at.infusionsInYear,
    hoursBetweenPlans: at.hoursBetweenPlans,
  }
}

/** What the gates go by as they are delivered. */
export const usualGatePolicy: GatePolicy = gatePolicyOf({ signs: usual(signs), discharge: usual(discharge) })
