import { usStateOf } from '@dripline/clinical'
import { z } from 'zod'

const words = (expected: string, most: number) =>
  z.string(expected).trim().min(1, expected).max(most, `at most ${most} characters`)

export const stateCodes = z
  .array(z.string().refine((code) => usStateOf(code) !== undefined, 'a state, like VA'))
  .max(60)
  .transform((codes) => [...new Set(codes)].sort())

const roles = ['owner', 'prescriber', 'nurse', 'front desk'] as const

export const staffShape = z.strictObject({
  title: words('a title, like RN, NP, MD or Owner', 40),
  role: z.enum(roles, 'owner, prescriber, nurse or front desk'),
  licensedStates: stateCodes,
  takesCalls: z.boolean('yes or no'),
})

export const invitationShape = staffShape.extend({
  name: words('a name', 120),
  email: z.email('an address like name@example.org').max(254, 'at most 254 characters'),
})

export type StaffTerms = z.output<typeof staffShape>
export type Invitation = z.output<typeof invitationShape>
