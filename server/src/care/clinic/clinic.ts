import { isZone } from '@dripline/clinical'
import { z } from 'zod'
import { stateCodes } from './staff.ts'

/** Weekday '1' (Monday) to '7' to its stretches of wall-clock time; a day that is left out is closed. */
export type Hours = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>
/** How a day is written: Nov 23, or 23 Nov. */
export type DateOrder = 'month first' | 'day first'
export type CrisisLine = { readonly label: string; readonly action: string; readonly number: string }

const words = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, `at most ${most} characters`)
const from = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time from 00:00 to 23:59')
const to = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time from 00:00 to 24:00')

const stretches = z
  .array(z.tuple([from, to]))
  .max(4, 'at most four stretches a day')
  .refine((day) => day.every(([opens, closes]) => opens < closes), 'to close later than it opens')
  .refine((day) => day.every(([opens], i) => i === 0 || (day[i - 1]?.[1] ?? '') <= opens), 'stretches one after another')

export const hoursShape = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), stretches)

export const crisisShape = z
  .array(
    z.strictObject({
      label: words('when to call, like In danger now?', 60),
      action: words('what to do, like Call', 40),
      number: words('a number', 40),
    }),
  )
  .min(1, 'at least one line')
  .max(4, 'at most four lines')

// Ten digits and more, however they are set apart.
const phone = z
  .string('a phone number with its area code')
  .trim()
  .max(40, 'at most 40 characters')
  .refine(
    (text) => /^\+?[\d\s().-]+(\s*(x|ext\.?)\s*\d{1,6})?$/i.test(text) && text.replace(/\D/g, '').length >= 10,
    'a phone number with its area code, like 540-555-0100',
  )

export const clinicShape = z.strictObject({
  name: words('the name patients see', 120),
  zone: z.string().refine(isZone, 'a time zone, like America/New_York'),
  states: stateCodes.refine((codes) => codes.length > 0, 'at least one state'),
  hours: hoursShape,
  crisisLines: crisisShape,
  phone,
  afterHoursPhone: phone,
  address: words('street, city, state and ZIP code', 200),
  dateOrder: z.enum(['month first', 'day first'], 'month first or day first').default('month first'),
})

export type ClinicTerms = z.output<typeof clinicShape>
