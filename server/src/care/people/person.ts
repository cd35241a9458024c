import {
  asked,
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
import { languageWords, locales } from '@dripline/clinical/words'
import { z } from 'zod'

/** A language that we write in. */
export const languageShape = z.enum(
  locales,
  asked('language-we-write-in', { languages: locales.map((locale) => languageWords(locale)) }),
)

/** Who somebody is and how to reach them. */
export const personShape = z.strictObject({
  name: personName('staff'),
  email: emailShape('staff'),
  phone: phoneShape('staff'),
  state: z.string().refine((code) => usStateOf(code) !== undefined, asked('state-like-va')),
  zone: z.string().refine(isZone, asked('time-zone-like-america-new-york')),
  language: languageShape.nullable().optional(),
})

export type NewPerson = z.output<typeof personShape>

/** What staff may change of a person; what is left out stays. */
export const personChangeShape = personShape
  .extend({
    dateOfBirth: birthDay.nullable(),
    sex: z.enum(['female', 'male'], asked('female-or-male-as-dose-models')).nullable(),
    heightCm: decimalOf(measures.heightCm).nullable(),
  })
  .partial()
  .extend({ confirmed: confirmedShape })

export type PersonChange = Omit<z.output<typeof personChangeShape>, 'confirmed'>
