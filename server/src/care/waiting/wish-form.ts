import { asked, emailShape, partsOfDay, personName, phoneShape } from '@dripline/clinical'
import { z } from 'zod'
import { stateCode, zoneName } from '../booking/booking-form.ts'
import { languageShape } from '../people/person.ts'

const day = z.coerce
  .number(asked('please-answer'))
  .int(asked('please-answer'))
  .min(1, asked('please-answer'))
  .max(7, asked('please-answer'))

/** When somebody can come. */
export const wishShape = z.strictObject({
  noticeMinutes: z.coerce
    .number(asked('please-answer'))
    .int(asked('please-answer'))
    .min(0, asked('please-answer'))
    .max(20_160, asked('please-answer')),
  weekdays: z.array(day, asked('please-answer')).max(7, asked('please-answer')).default([]),
  part: z.enum(partsOfDay, asked('please-answer')).default('any'),
  days: z.coerce
    .number(asked('please-answer'))
    .int(asked('please-answer'))
    .min(1, asked('please-answer'))
    .max(90, asked('please-answer')),
})
export type WishSent = z.output<typeof wishShape>

/** What joining the list for a call asks for: as much as booking one does, and when. */
export const joinShape = wishShape.extend({
  state: stateCode,
  zone: zoneName,
  name: personName('public'),
  phone: phoneShape('public'),
  email: emailShape('public'),
  language: languageShape.optional(),
})
export type JoinSent = z.output<typeof joinShape>
