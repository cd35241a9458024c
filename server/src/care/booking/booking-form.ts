import { isZone, Problem } from '@dripline/clinical'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { faultsOf, unstorable } from '../../platform/shape.ts'

const PHONE = 'a phone number with its area code, such as (540) 555 0142'

const phone = z
  .string(PHONE)
  .max(40, PHONE)
  .transform((text, refuse) => {
    const number = parsePhoneNumberFromString(text, 'US')
    if (number?.isValid()) return number.ext ? `${number.number};ext=${number.ext}` : `${number.number}`
    refuse.addIssue({ code: 'custom', message: PHONE })
    return z.NEVER
  })

const TIME = 'one of the times in the list'
/** An instant on the clock of the world, as the list of times gives it. */
export const instant = z.iso.datetime({ offset: true, error: TIME }).transform((text) => new Date(text).toISOString())

const ZONE = 'a time zone, such as America/New_York'
export const zoneName = z.string(ZONE).max(60, ZONE).refine(isZone, ZONE)

const STATE = 'the state you will be in'
export const stateCode = z.string(STATE).regex(/^[A-Za-z]{2,5}$/, STATE)

/** What booking a call asks for: where, when and how to reach the person. Nothing about health. */
export const bookingShape = z.strictObject({
  state: stateCode,
  start: instant,
  zone: zoneName,
  name: z.string('your first and last name').trim().min(1, 'your first and last name').max(120, 'at most 120 letters'),
  phone,
  email: z
    .string('an email address')
    .trim()
    .pipe(z.email('an email address, such as name@example.org').max(200, 'at most 200 letters')),
})

export type BookCall = z.output<typeof bookingShape>

const FORM_ONLY = ['idempotency-key', 'day', 'act']

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

/** Reads the plain form that moves a call. */
export const readMoveForm = (sent: Readonly<Record<string, unknown>>) => read(moveShape, sent)
