import { asked, dayOf, emailShape, licenseKinds, lineOf, personName, roles, usStateOf } from '@dripline/clinical'
import { z } from 'zod'

const stateCode = z.string(asked('state-like-va')).refine((code) => usStateOf(code) !== undefined, asked('state-like-va'))

export const stateCodes = z
  .array(stateCode)
  .max(60)
  .transform((codes) => [...new Set(codes)].sort())

/** One license in one state. What is not known of an older one stays null; a new one says all of it. */
const licenseShape = z.strictObject({
  state: stateCode,
  kind: z.enum(licenseKinds, asked('kind-of-license', { licenseKinds })).nullable(),
  number: lineOf({ expected: asked('its-number'), most: 40 }).nullable(),
  validUntil: dayOf(asked('day-it-ends-like-2027-06')).nullable(),
})

export const staffShape = z.strictObject({
  title: lineOf({ expected: asked('title-like-rn-np-md-or'), most: 40 }),
  roles: z
    .array(z.enum(roles, asked('owner-prescriber-nurse-or-front-desk')), asked('at-least-one-role'))
    .min(1, asked('at-least-one-role'))
    .transform((held) => roles.filter((role) => held.includes(role))),
  licenses: z.array(licenseShape).max(60, asked('at-most-60-licenses')),
  takesCalls: z.boolean(asked('yes-or-no')),
})

export const invitationShape = staffShape.extend({
  name: personName('staff'),
  email: emailShape('staff'),
})

export type StaffTerms = z.output<typeof staffShape>
export type Invitation = z.output<typeof invitationShape>
