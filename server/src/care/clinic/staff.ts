import { dayOf, emailShape, licenseKinds, lineOf, personName, roles, usStateOf } from '@dripline/clinical'
import { z } from 'zod'

const stateCode = z.string('a state, like VA').refine((code) => usStateOf(code) !== undefined, 'a state, like VA')

export const stateCodes = z
  .array(stateCode)
  .max(60)
  .transform((codes) => [...new Set(codes)].sort())

/** One license in one state. What is not known of an older one stays null; a new one says all of it. */
const licenseShape = z.strictObject({
  state: stateCode,
  kind: z.enum(licenseKinds, `a kind: ${licenseKinds.join(', ')}`).nullable(),
  number: lineOf({ expected: 'its number', most: 40 }).nullable(),
  validUntil: dayOf('the day it ends, like 2027-06-30').nullable(),
})

export const staffShape = z.strictObject({
  title: lineOf({ expected: 'a title, like RN, NP, MD or Owner', most: 40 }),
  roles: z
    .array(z.enum(roles, 'owner, prescriber, nurse or front desk'), 'at least one role')
    .min(1, 'at least one role')
    .transform((held) => roles.filter((role) => held.includes(role))),
  licenses: z.array(licenseShape).max(60, 'at most 60 licenses'),
  takesCalls: z.boolean('yes or no'),
})

export const invitationShape = staffShape.extend({
  name: personName('staff'),
  email: emailShape('staff'),
})

export type StaffTerms = z.output<typeof staffShape>
export type Invitation = z.output<typeof invitationShape>
