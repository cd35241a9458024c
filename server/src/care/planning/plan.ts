import { asked, asNeededChoice, asNeededChoices, confirmedShape, type DoseSum, doseChoice, type Said } from '@dripline/clinical'
import { z } from 'zod'

const instant = z.iso.datetime({ offset: true, error: asked('day-and-time-like') })

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

/** An order of an administration with a form of its own: what was said is held against the fields of its definition. */
export const ownOrderSent = z.strictObject({
  personId: z.uuid(asked('id-on-record')),
  protocolId: z.string(asked('protocol')).min(1, asked('protocol')).max(80, asked('protocol')),
  /** Under which service line; left out, the first under which the protocol is ordered. */
  lineId: z.string(asked('line-in-force')).max(60, asked('line-in-force')).optional(),
  said: z.record(z.string().max(40), z.unknown()),
  visit: visitChoice,
  acknowledged,
})
export type OwnOrderSent = z.infer<typeof ownOrderSent>

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

/** What every order says, whatever it gives. */
export type OrderHead = {
  id: string
  planId: string
  personId: string
  number: number
  of: number
  protocolId: string
  administration: string
  drugId: string
  appointmentId: string | null
  validFrom: Date
  validUntil: Date
  minutes: number
  signedBy: string
  signedAt: Date
}

/** An order of an administration with a form of its own: what was said in it. */
export type OwnOrder = OrderHead & { said: Said; indication: null }

/** Any order; `said` is null in that of a pump. */
export type AnyOrder = Order | OwnOrder

/** One order for a pump as a session reads it; mg, mL and mL/h are decimal strings. */
export type Order = OrderHead & {
  said: null
  indication: 'pain' | 'depression'
  weightKg: string
  weightAt: Date
  doseMg: string
  rateMgPerHour: string
  vialMgPerMl: string
  syringeMl: string
  infusateMg: string
  finalMl: string
  rateMlPerHour: string
  vtbiMl: string
  capMgPerHour: string | null
  dose: DoseSum
}
