import { eventBody, type FoldedSession, gateIds, type SessionEvent } from '@dripline/clinical'
import { z } from 'zod'
import type { Order } from '../planning/plan.ts'

/** One visit with its events folded. */
export type Session = {
  id: string
  personId: string
  planId: string
  orderId: string
  appointmentId: string
  chairId: string
  events: SessionEvent[]
  folded: FoldedSession
}

export type SessionWithOrder = { session: Session; order: Order }

const instant = z.iso.datetime({ offset: true, error: 'an instant like 2026-11-23T09:00:00Z' })
const amount = z.string().regex(/^\d{1,4}(\.\d{1,3})?$/, 'a decimal number, like 2 or 0.84')
const words = z.string().trim().min(1, 'some words').max(1000, 'at most 1000 characters')

/** When it happened, if that was before now. */
export const happened = { at: instant.optional() }

/** What a nurse writes down beside the steps of the visit: one tap, one entry. */
const CHARTED = [
  'vitals',
  'scores',
  'adverse-effect',
  'no-adverse-effects',
  'note',
  'drug-given',
  'home-check',
  'recovery-score',
  'recovering',
] as const
const chartable = eventBody.options.filter(({ shape }) => (CHARTED as readonly string[]).includes(shape.kind.value))
type Option = (typeof eventBody.options)[number]

export const entrySent = z.object({ ...happened, entry: z.discriminatedUnion('kind', chartable as [Option, ...Option[]]) })

/** An amendment: the entry as it should have been, or nothing in its place. The old wording stays readable. */
export const amendmentSent = z.object({ reason: words, ...happened, entry: eventBody.nullable() })

export const checkInSent = z.object({
  identifiers: z.tuple([words, words], 'two identifiers'),
  escort: z.object({ name: words, phone: words }).nullable(),
  weightKg: z.string().regex(/^\d{2,3}(\.\d)?$/, 'kilograms, like 72 or 72.4'),
  vitals: z.object({
    systolic: z.int('mmHg').min(30, 'at least 30').max(320, 'at most 320'),
    diastolic: z.int('mmHg').min(10, 'at least 10').max(250, 'at most 250'),
    pulse: z.int('beats a minute').min(10, 'at least 10').max(300, 'at most 300'),
    spo2: z.int('percent').min(0, 'at least 0').max(100, 'at most 100'),
    resp: z.int('breaths a minute').min(0, 'at least 0').max(80, 'at most 80').nullable().default(null),
  }),
  bloodPressureRepeated: z.enum(['yes', 'no']).optional(),
  safetyQuestion: z.enum(['no', 'yes', 'rather-not-say'], 'no, yes or rather not say'),
  pregnancy: z.enum(['pregnant', 'not-pregnant', 'not-possible', 'not-sure']).optional(),
  pregnancyTest: z.enum(['negative', 'positive', 'not-sure']).optional(),
  acknowledged: z.array(z.string().max(80)).max(40).default([]),
})

export type CheckInSent = z.infer<typeof checkInSent>

const hand = z.object({ syringeMl: amount, rateMlPerHour: amount })

/** The draw-up: what left which vial, and what each of the two people read from the syringe and the pump by themselves. */
export const drawUpSent = z.object({
  vials: z
    .array(z.object({ vialId: z.uuid('an id'), ml: amount }))
    .min(1, 'at least one vial')
    .max(6, 'at most six vials'),
  mine: hand,
  second: hand,
  proof: z.string().max(200),
})

export type DrawUpSent = z.infer<typeof drawUpSent>

/** Gates that a prescriber lets stand unmet; the reason is short enough to be signed word for word. */
export const overrideSent = z.strictObject({
  gates: z.array(z.enum(gateIds)).min(1, 'at least one gate').max(gateIds.length),
  reason: z.string().trim().min(1, 'a reason').max(200, 'at most 200 characters'),
  proof: z.string().max(200).optional(),
})
