import { z } from 'zod'
import { dateOf, daysBetween } from '../calendar/local-day.ts'
import { instantOf } from '../shapes/day.ts'
import { amountOf, decimalOf } from '../shapes/measured.ts'
import { amountMeasures, measures } from '../shapes/measures.ts'
import { asked } from '../words/asked.ts'
import { workOutDose } from './dose.ts'
import type { DoseLimits } from './dose-limits.ts'
import type { DoseProtocol, DoseRequest, DoseSum } from './dose-words.ts'

/** What a prescriber chooses for one session's dose; everything else is worked out. Amounts are decimal strings. */
export const doseChoice = z.strictObject({
  protocolId: z.string(asked('protocol')).min(1, asked('protocol')).max(80, asked('protocol')),
  weightKg: decimalOf(measures.weightKg),
  weightAt: instantOf(),
  vialMgPerMl: z.enum(['10', '50', '100'], asked('10-50-or-100-mg-ml')),
  infusate: z.strictObject(
    { infusateMg: amountOf(amountMeasures.mg), finalMl: amountOf(amountMeasures.ml) },
    asked('mg-in-final-volume'),
  ),
  enteredDoseMg: amountOf(amountMeasures.mg).optional(),
})

export type DoseChoice = z.infer<typeof doseChoice>

type Partly = Pick<DoseChoice, 'weightKg'> & {
  weightAt: string | null
  vialMgPerMl: string | null
  infusate: DoseChoice['infusate'] | null
  enteredDoseMg?: string | undefined
}

type Surroundings = {
  protocol: DoseProtocol
  body: DoseRequest['body']
  /** ISO instant and the clinic's zone: days since the weight was measured are counted on its wall calendar. */
  now: string
  zone: string
  isFirstDose: boolean
  hoursSinceLastDose: number | null
  /** The newest weight on record before this one, kg; left out where there is none. */
  lastKg?: string | null
  infusionsInYear?: number
  /** The clinic's own; as delivered where left out. */
  limits?: DoseLimits
}

/** The request that a choice stands for: the screen that shows it live and the server that signs it ask the same one. */
export const requestOf = (
  { weightKg, weightAt, vialMgPerMl, infusate, enteredDoseMg }: Partly,
  { protocol, body, now, zone, isFirstDose, hoursSinceLastDose, infusionsInYear, lastKg = null }: Surroundings,
): DoseRequest => ({
  protocol,
  weight: {
    kg: weightKg,
    basis: 'actual',
    lastKg,
    measuredDaysAgo: weightAt === null ? null : daysBetween(dateOf(weightAt, zone), dateOf(now, zone)),
  },
  body,
  vialMgPerMl,
  infusate,
  enteredDoseMg: enteredDoseMg ?? null,
  isFirstDose,
  // Signing fixes a course that begins later: the weight is measured again at each check-in, against this one.
  isInCourse: true,
  hoursSinceLastDose,
  ...(infusionsInYear !== undefined && { infusionsInYear }),
  sedation: { intended: 'minimal', hasModerateEquipment: false },
})

/** A choice worked out, with every check. Problem `not-valid` lists what cannot be read. */
export const workOutChoice = (choice: Partly, surroundings: Surroundings): DoseSum =>
  workOutDose(requestOf(choice, surroundings), surroundings.limits)

/** Hours from the end of one session's dose to the beginning of another visit; each visit begins with its preparation. */
export const hoursAfter = (before: { start: string; minutes: number }, start: string, prepareMinutes: number): number =>
  (Date.parse(start) - Date.parse(before.start)) / 3_600_000 - (before.minutes + prepareMinutes) / 60
