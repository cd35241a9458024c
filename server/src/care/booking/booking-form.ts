import { asked, emailShape, instantOf, isZone, Problem, personName, phoneShape } from '@dripline/clinical'
import { z } from 'zod'
import { faultsOf, unstorable } from '../../platform/shape.ts'
import { languageShape } from '../people/person.ts'

/** An instant on the clock of the world, as the list of times gives it. */
export const instant = instantOf(asked('please-time')).transform((text) => new Date(text).toISOString())

const ZONE = asked('please-zone')
export const zoneName = z.string(ZONE).max(60, ZONE).refine(isZone, ZONE)

const STATE = asked('please-state')
export const stateCode = z.string(STATE).regex(/^[A-Za-z]{2,5}$/, STATE)

/** What booking a call asks for: where, when and how to reach the person. Nothing about health. */
export const bookingShape = z.strictObject({
  state: stateCode,
  start: instant,
  zone: zoneName,
  name: personName('public'),
  phone: phoneShape('public'),
  email: emailShape('public'),
  /** In which they read the page on which they book. */
  language: languageShape.optional(),
})

export type BookCall = z.output<typeof bookingShape>

const FORM_ONLY = ['idempotency-key', 'day', 'act', 'form', 'form-until', 'form-mark', 'form-sum']

const read = <T extends z.ZodType>(shape: T, sent: Readonly<Record<string, unknown>>): z.output<T> => {
  const own = Object.fromEntries(Object.entries(sent).filter(([name]) => !FORM_ONLY.includes(name)))
  const broken = unstorable(own)
  if (broken.length > 0) throw new Problem('not-valid', {}, broken)
  const found = shape.safeParse(own)
  if (!found.success) throw new Problem('not-valid', {}, faultsOf(found.error.issues, own))
  return found.data
}

/** Reads the plain form; all its faults are one problem. */
export const readBookingForm = (sent: Readonly<Record<string, unknown>>): BookCall => read(bookingShape, sent)

export const moveShape = z.strictObject({ start: instant })

/** Where an evaluation is held. */
export const place = z.enum(['clinic', 'phone'], asked('at-clinic-or-by-phone'))

const words = z.string(asked('few-words')).trim().max(500).optional()
/** Where the desk moves something, and what it adds to the letter. */
export const placeSent = z.strictObject({ start: instant, placeId: z.uuid(asked('clinician-or-chair')).optional(), words })
/** The mark of the letter that was read before the press. */
const seen = z.string(asked('letter-that-was-read')).max(80, asked('letter-that-was-read')).optional()
export const moveSent = placeSent.extend({ seen })
export const wordsSent = z.strictObject({ words })
export const tellSent = wordsSent.extend({ seen })

/** A place is whatever column it stands in: a clinician's or a chair's. */
export const placed = <T extends z.output<typeof placeSent>>({ placeId, ...rest }: T) =>
  placeId === undefined ? rest : { ...rest, clinicianId: placeId, chairId: placeId }

/** The time that a form would hold. */
const holdShape = z.strictObject({ state: stateCode, start: instant })

/** Reads what a form sends to hold its time. */
export const readHoldForm = (sent: Readonly<Record<string, unknown>>) => read(holdShape, sent)

/** Reads the plain form that moves a call. */
export const readMoveForm = (sent: Readonly<Record<string, unknown>>) => read(moveShape, sent)
