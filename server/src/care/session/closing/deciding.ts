import { asked } from '@dripline/clinical'
import { z } from 'zod'
import { instant } from '../../booking/booking-form.ts'

/** What may become of a booking that a change of the clinic touches. */
export const becomings = ['kept', 'passed on', 'moved', 'canceled'] as const

const decision = z.strictObject({
  appointmentId: z.uuid(asked('booking')),
  becomes: z.enum(becomings, asked('one-of-values', { values: becomings })),
  /** The new time of one that moves. */
  start: instant.optional(),
})
export type Decision = z.output<typeof decision>

/** What stands beside the change itself: what becomes of each booking, and the desk's own words for the letters. */
export const deciding = {
  decided: z.array(decision, asked('what-becomes-of-each-booking')).max(1000, asked('at-most-1-000-bookings')).default([]),
  words: z.string(asked('few-words')).trim().max(500).optional(),
}
export type Deciding = { readonly decided?: readonly Decision[] | undefined; readonly words?: string | undefined }
