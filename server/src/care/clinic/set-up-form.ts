import { asked, emailShape, Problem, personName } from '@dripline/clinical'
import { z } from 'zod'
import { LEAST } from '../../platform/auth/password.ts'
import { CRISIS_LINES } from '../../platform/new-clinic.ts'
import { faultsOf, unstorable } from '../../platform/shape.ts'
import { clinicShape } from './clinic.ts'

const words = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, asked('at-most-characters', { most }))

const setUpShape = clinicShape.extend({
  owner: z.strictObject({
    name: personName('staff'),
    email: emailShape('staff'),
    title: words(asked('title-like-owner-or-md'), 40),
    password: z
      .string(asked('password'))
      .min(LEAST, asked('at-least-characters-length-is-all', { least: LEAST }))
      .max(200),
  }),
  code: words(asked('code-from-terminal'), 40),
})

export type SetUpForm = z.output<typeof setUpShape>
type Sent = Readonly<Record<string, unknown>>

const listOf = (value: unknown): unknown[] => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])

// People type 8:00 and mean 08:00.
const timeIn = (value: unknown) => (typeof value === 'string' ? value.trim().replace(/^(\d):/, '0$1:') : '')

const hoursIn = (sent: Sent) =>
  Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].flatMap((day) => {
      const [from, to] = [timeIn(sent[`hours.${day}.from`]), timeIn(sent[`hours.${day}.to`])]
      return from === '' && to === '' ? [] : [[day, [[from, to === '00:00' ? '24:00' : to]]]]
    }),
  )

/** Reads the set-up form; all faults at once, each under the name of its field on the page. */
export const readSetUpForm = (sent: Sent): SetUpForm => {
  const form = {
    name: sent.name,
    zone: sent.zone,
    states: listOf(sent.states),
    hours: hoursIn(sent),
    phone: sent.phone,
    afterHoursPhone: sent.afterHoursPhone,
    address: sent.address,
    dateOrder: sent.dateOrder,
    crisisLines: CRISIS_LINES.map((line, i) => ({ ...line, number: sent[`crisisLines.${i}.number`] })),
    owner: Object.fromEntries(['name', 'email', 'title', 'password'].map((key) => [key, sent[`owner.${key}`]])),
    code: sent.code,
  }
  const broken = unstorable(form)
  if (broken.length > 0) throw new Problem('not-valid', {}, broken)
  const result = setUpShape.safeParse(form)
  if (result.success) return result.data
  const faults = faultsOf(result.error.issues, form).map(({ field, ...fault }) => ({
    ...fault,
    field: field.replace(/^(hours\.\d)\..*$/, '$1').replace(/^states\..*$/, 'states'),
  }))
  throw new Problem(
    'not-valid',
    {},
    faults.map(({ value, ...fault }) => (fault.field === 'owner.password' ? fault : { ...fault, value })),
  )
}
