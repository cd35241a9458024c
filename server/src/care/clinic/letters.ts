import { sayPhone } from '@dripline/clinical'
import { RESET_LETTER } from '../../platform/auth/reset-second-factor.ts'
import { resetById } from '../../platform/auth/reset-store.ts'
import { linkAddress } from '../../platform/link.ts'
import type { Compose } from '../../platform/message.ts'
import { clinicSettings, invitationOf, lastIssue } from './store.ts'

const invitation: Compose = async (tx, ctx, aboutId) => {
  const found = await invitationOf(tx, aboutId)
  if (!found || found.acceptedAt || found.withdrawnAt) return null
  const { name: clinic } = await clinicSettings(tx)
  const url = linkAddress(ctx, 'invitation', aboutId, await lastIssue(tx, aboutId))
  return {
    to: found.email,
    subject: `Your place at ${clinic}`,
    body: `Hello ${found.name},

${clinic} has invited you to its staff, as ${found.title} (${found.roles.join(', ')}).

Choose a password here within seven days: ${url}

If you did not expect this, you need not do anything.

${clinic}
`,
  }
}

const secondFactorReset: Compose = async (tx, _, aboutId) => {
  const found = await resetById(tx, aboutId)
  if (!found || found.closedAt) return null
  const { name: clinic, phone } = await clinicSettings(tx)
  const by = found.by === null ? 'The person who runs the clinic’s server' : found.by
  return {
    to: found.email,
    subject: `Your second step for signing in at ${clinic} was reset`,
    body: `Hello ${found.name},

${by} has reset your second step for signing in at ${clinic}, because it was reported as lost. Passkeys, authenticator app, recovery codes and PINs of before no longer work, and you are signed out everywhere.

Sign in with your password and set up a new passkey or authenticator app. Until then your sign-in opens no records.

If you did not ask for this, another person may be trying to sign in as you: call ${phone === null ? 'the owner of the clinic' : sayPhone(phone)} now.

${clinic}
`,
  }
}

/** What this module has to say by letter. */
export const clinicLetters: Readonly<Record<string, Compose>> = { invitation, [RESET_LETTER]: secondFactorReset }
