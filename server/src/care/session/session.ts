import {
  amountMeasures,
  areTwoIdentifiers,
  asked,
  confirmedShape,
  decimalOf,
  entryShape,
  type FoldedSession,
  type GateId,
  gateLists,
  instantOf,
  type KeptVisit,
  lineOf,
  measures,
  phoneShape,
  refuseNoPressure,
  type SessionEvent,
  signsFields,
  wholeOf,
  wholeOrNone,
  wordsOf,
} from '@dripline/clinical'
import { z } from 'zod'
import type { AnyOrder, Order } from '../planning/plan.ts'

/** What a visit is, whatever happens in it. */
export type SessionRow = {
  id: string
  personId: string
  planId: string
  orderId: string
  appointmentId: string
  chairId: string
}

/** One visit with its events folded: `folded` as it was when it was read, `kept` with what this step has written since. */
export type Session = SessionRow & {
  events: SessionEvent[]
  folded: FoldedSession
  kept: KeptVisit
}

export type SessionWithOrder = { session: Session; order: Order }
export type SessionWithAnyOrder = { session: Session; order: AnyOrder }

const words = wordsOf({ expected: asked('some-words'), most: 1000 })

/** When it happened, if that was before now. */
export const happened = { at: instantOf(asked('time-like-09-30')).optional() }

/** What a nurse writes down beside the steps of the visit: one tap, one entry. */
const CHARTED = [
  'vitals',
  'scores',
  'adverse-effect',
  'no-adverse-effects',
  'note',
  'home-check',
  'recovery-score',
  'recovering',
] as const
export const entrySent = z.object({
  ...happened,
  entry: entryShape(CHARTED),
  confirmed: confirmedShape,
  /** Which of its entries a device says this is, and by which form it was entered. */
  device: z
    .strictObject({ id: z.uuid(asked('id-on-record')), seq: z.int(asked('whole-number')).min(1, asked('1-or-more')) })
    .optional(),
  form: z.string().min(1, asked('some-words')).max(40).optional(),
})

/** An amendment: the entry as it should have been, or nothing in its place. The old wording stays readable. */
export const amendmentSent = z.object({ reason: words, ...happened, entry: entryShape().nullable(), confirmed: confirmedShape })

export const checkInSent = z.object({
  identifiers: z.tuple([words, words], asked('two-identifiers')),
  escort: z
    .object({ name: lineOf({ expected: asked('name-of-who-takes-them-home'), most: 120 }), phone: phoneShape('staff') })
    .nullable(),
  weightKg: decimalOf(measures.weightKg),
  vitals: z
    .object({
      systolic: wholeOf(measures.systolic),
      diastolic: wholeOf(measures.diastolic),
      pulse: wholeOf(measures.pulse),
      spo2: wholeOf(measures.spo2),
      resp: signsFields.resp.default(null),
    })
    .superRefine(refuseNoPressure),
  /** RASS before anything is given. */
  sedation: wholeOrNone(measures.sedation).default(null),
  bloodPressureRepeated: z.enum(['yes', 'no'], asked('yes-or-no')).optional(),
  /** Saved by itself when it is given; a form that sends it again says the same. */
  safetyQuestion: z.enum(['no', 'yes', 'rather-not-say'], asked('no-yes-or-rather-not-say')).optional(),
  pregnancy: z.enum(['pregnant', 'not-pregnant', 'not-possible', 'not-sure']).optional(),
  pregnancyTest: z.enum(['negative', 'positive', 'not-sure']).optional(),
  /** The five ASQ questions, where they were asked today. */
  asqResult: z.enum(['negative', 'non-acute', 'acute']).optional(),
  acknowledged: z.array(z.string().max(80)).max(40).default([]),
  confirmed: confirmedShape,
})

export type CheckInSent = Omit<z.infer<typeof checkInSent>, 'confirmed'> & { confirmed?: readonly string[] }

const proof = z.string().max(200).optional()

/** What one person read by themselves of syringe, pump, vials and patient; with a proof when the tablet is another's. */
export const readingSent = z.strictObject({
  infusateMg: decimalOf(amountMeasures.mg),
  syringeMl: decimalOf(amountMeasures.ml),
  rateMlPerHour: decimalOf(amountMeasures.mlPerHour),
  vials: z
    .array(z.object({ vialId: z.uuid(asked('id-on-record')), ml: decimalOf(amountMeasures.ml) }))
    .min(1, asked('at-least-one-vial'))
    .max(6, asked('at-most-six-vials')),
  identifiers: z
    .tuple([words, words], asked('two-identifiers'))
    .refine(([one, other]) => areTwoIdentifiers(one, other), asked('two-different-identifiers')),
  proof,
})

export type ReadingSent = z.infer<typeof readingSent>

/** What one person saw destroyed, in mL of the bag or of the syringe. */
export const wasteReadingSent = z.strictObject({
  ml: decimalOf(amountMeasures.ml),
  of: z.enum(['bag', 'syringe'], asked('bag-or-syringe')),
  proof,
})

export type WasteReadingSent = z.infer<typeof wasteReadingSent>

/** The pump's own total; null where it cannot be read, with the reason. */
export const pumpTotalSent = z
  .strictObject({ totalMl: decimalOf(amountMeasures.ml).nullable(), reason: words.nullable(), ...happened })
  .refine(({ totalMl, reason }) => totalMl !== null || reason !== null, {
    path: ['reason'],
    message: asked('why-it-cannot-be-read'),
  })

const leaving = [...gateLists.discharge] as [GateId, ...GateId[]]

/** Gates that a prescriber lets stand unmet; the reason is short enough to be signed word for word. */
export const overrideSent = z.strictObject({
  gates: z.array(z.enum(leaving)).min(1, asked('at-least-one-gate')).max(leaving.length),
  reason: z.string().trim().min(1, asked('reason')).max(200),
  proof: z.string().max(200).optional(),
})
