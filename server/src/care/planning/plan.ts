import type { DoseSum } from '@dripline/clinical'
import { z } from 'zod'

const decimal = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/, 'a decimal number, like 72 or 72.4')
const instant = z.iso.datetime({ offset: true, error: 'an instant like 2026-11-23T09:00:00Z' })

/** What the prescriber chose for one session's dose; everything else is worked out. */
export const doseChoice = z.strictObject({
  protocolId: z.string().min(1, 'a protocol').max(80),
  weightKg: decimal,
  weightAt: instant,
  vialMgPerMl: z.enum(['10', '50', '100'], '10, 50 or 100 mg/mL'),
  infusate: z.strictObject({ totalMg: decimal, finalMl: decimal }),
  enteredDoseMg: decimal.optional(),
})

export type DoseChoice = z.infer<typeof doseChoice>

/** A session's place in the calendar. */
export const visitChoice = z.strictObject({ start: instant, chairId: z.uuid('a chair').optional() })

export const planSent = z.strictObject({
  personId: z.uuid('an id'),
  dose: doseChoice,
  visits: z.array(visitChoice).min(1, 'a date for every session').max(40, 'at most 40 sessions'),
  acknowledged: z.array(z.string().max(80)).max(60).default([]),
})

export type PlanSent = z.infer<typeof planSent>

export const renewalSent = z.strictObject({
  dose: doseChoice,
  visit: visitChoice.optional(),
  acknowledged: z.array(z.string().max(80)).max(60).default([]),
})

export type RenewalSent = z.infer<typeof renewalSent>

/** One order as a session reads it; mg, mL and mL/h are decimal strings. */
export type Order = {
  id: string
  planId: string
  personId: string
  number: number
  of: number
  indication: 'pain' | 'depression'
  protocolId: string
  appointmentId: string | null
  validFrom: Date
  validUntil: Date
  weightKg: string
  weightAt: Date
  doseMg: string
  rateMgPerHour: string
  minutes: number
  vialMgPerMl: string
  drawUpMl: string
  infusateMg: string
  finalMl: string
  rateMlPerHour: string
  volumeMl: string
  capMgPerHour: string | null
  dose: DoseSum
  signedBy: string
  signedAt: Date
}
