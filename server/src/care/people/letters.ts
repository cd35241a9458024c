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

/** What this module has to say by letter. */
export const peopleLetters: Readonly<Record<string, Compose>> = { invitation }
