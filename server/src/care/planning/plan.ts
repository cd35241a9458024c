import { asked, asNeededChoice, asNeededChoices, confirmedShape, type DoseSum, doseChoice } from '@dripline/clinical'
import { z } from 'zod'

const instant = z.iso.datetime({ offset: true, error: 'an instant like 2026-11-23T09:00:00Z' })

const acknowledged = z.array(z.string().max(80)).max(60).default([])

/** A session's place in the calendar. */
export const visitChoice = z.strictObject({ start: instant, chairId: z.uuid(asked('chair')).optional() })

export const planSent = z.strictObject({
  personId: z.uuid(asked('id-on-record')),
  dose: doseChoice,
  asNeeded: asNeededChoices,
  visits: z.array(visitChoice).min(1, asked('date-for-every-session')).max(40, asked('at-most-40-sessions')),
  acknowledged,
  confirmed: confirmedShape,
})

type Left = { asNeeded?: z.infer<typeof asNeededChoices> | undefined; confirmed?: readonly string[] }

/** As a verb takes it: lists that were left out are empty. */
export type PlanSent = Omit<z.infer<typeof planSent>, keyof Left> & Left

export const renewalSent = z.strictObject({
  dose: doseChoice,
  /** Left out, the lines of the order that is renewed are signed again. */
  asNeeded: z.array(asNeededChoice).max(8, asked('at-most-eight-as-needed-lines')).optional(),
  visit: visitChoice.optional(),
  acknowledged,
  confirmed: confirmedShape,
})

export type RenewalSent = Omit<z.infer<typeof renewalSent>, keyof Left> & Left

/** One order as a session reads it; mg, mL and mL/h are decimal strings. */
export type Order = {
  id: string
  planId: string
  personId: string
  number: number
  of: number
  indication: 'pain' | 'depression'
  protocolId: string
  drugId: string
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
