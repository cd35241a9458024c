import { asked, isZone } from '@dripline/clinical'
import { z } from 'zod'
import { stateCodes } from './staff.ts'

/** Weekday '1' (Monday) to '7' to its stretches of wall-clock time; a day that is left out is closed. */
export type Hours = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>
/** How a day is written: Nov 23, or 23 Nov. */
export type DateOrder = 'month first' | 'day first'
export type CrisisLine = { readonly label: string; readonly action: string; readonly number: string }

const words = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, asked('at-most-characters', { most }))
const from = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, asked('time-from-00-00-to-23'))
const to = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, asked('time-from-00-00-to-24'))

const stretches = z
  .array(z.tuple([from, to]))
  .max(4, asked('at-most-four-stretches-day'))
  .refine((day) => day.every(([opens, closes]) => opens < closes), asked('to-close-later-than-it-opens'))
  .refine((day) => day.every(([opens], i) => i === 0 || (day[i - 1]?.[1] ?? '') <= opens), asked('stretches-one-after-another'))

export const hoursShape = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), stretches)

export const crisisLine = z.strictObject({
  label: words(asked('when-to-call-like-in-danger'), 60),
  action: words(asked('what-to-do-like-call'), 40),
  number: words(asked('number-to-call'), 40),
})

export const crisisShape = z.array(crisisLine).min(1, asked('at-least-one-line')).max(4, asked('at-most-four-lines'))

// Ten digits and more, however they are set apart.
const phone = z
  .string(asked('phone-number-with-area-code'))
  .trim()
  .max(40)
  .refine(
    (text) => /^\+?[\d\s().-]+(\s*(x|ext\.?)\s*\d{1,6})?$/i.test(text) && text.replace(/\D/g, '').length >= 10,
    asked('phone-number-like-540'),
  )

export const clinicShape = z.strictObject({
  name: words(asked('name-patients-see'), 120),
  zone: z.string().refine(isZone, asked('time-zone-like-america-new-york')),
  states: stateCodes.refine((codes) => codes.length > 0, asked('at-least-one-state')),
  hours: hoursShape,
  crisisLines: crisisShape,
  phone,
  afterHoursPhone: phone,
  address: words(asked('street-city-state-and-zip-code'), 200),
  dateOrder: z.enum(['month first', 'day first'], asked('month-first-or-day-first')).default('month first'),
})

export type ClinicTerms = z.output<typeof clinicShape>
