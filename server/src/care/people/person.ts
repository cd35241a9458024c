import { isZone, usStateOf } from '@dripline/clinical'
import { z } from 'zod'

const words = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, `at most ${most} characters`)

/** Who somebody is and how to reach them. */
export const personShape = z.strictObject({
  name: words('a name', 120),
  email: z.email('an address like name@example.org').max(254, 'at most 254 characters'),
  phone: words('a phone number', 40),
  state: z.string().refine((code) => usStateOf(code) !== undefined, 'a state, like VA'),
  zone: z.string().refine(isZone, 'a time zone, like America/New_York'),
})

export type NewPerson = z.output<typeof personShape>

/** What staff may change of a person; what is left out stays. */
export const personChangeShape = personShape
  .extend({
    dateOfBirth: z.iso
      .date('a day, like 1980-05-17')
      .refine((day) => day >= '1900-01-01', 'a day from 1900 on')
      .nullable(),
    sex: z.enum(['female', 'male'], 'female or male, as the dose models need it').nullable(),
    heightCm: z
      .string()
      .regex(/^\d{2,3}(\.\d)?$/, 'a height in cm')
      .refine((cm) => Number(cm) >= 80 && Number(cm) <= 250, 'from 80 to 250 cm')
      .nullable(),
  })
  .partial()

export type PersonChange = z.output<typeof personChangeShape>
