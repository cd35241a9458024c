import {
  birthDay,
  confirmedShape,
  decimalOf,
  emailShape,
  isZone,
  measures,
  personName,
  phoneShape,
  usStateOf,
} from '@dripline/clinical'
import { z } from 'zod'

/** Who somebody is and how to reach them. */
export const personShape = z.strictObject({
  name: personName('staff'),
  email: emailShape('staff'),
  phone: phoneShape('staff'),
  state: z.string().refine((code) => usStateOf(code) !== undefined, 'a state, like VA'),
  zone: z.string().refine(isZone, 'a time zone, like America/New_York'),
})

export type NewPerson = z.output<typeof personShape>

/** What staff may change of a person; what is left out stays. */
export const personChangeShape = personShape
  .extend({
    dateOfBirth: birthDay.nullable(),
    sex: z.enum(['female', 'male'], 'female or male, as the dose models need it').nullable(),
    heightCm: decimalOf(measures.heightCm).nullable(),
  })
  .partial()
  .extend({ confirmed: confirmedShape })

export type PersonChange = Omit<z.output<typeof personChangeShape>, 'confirmed'>
