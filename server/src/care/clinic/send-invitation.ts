import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink, revokeLinks } from '../../platform/link.ts'
import { promiseMessage } from '../../platform/message.ts'
import { lastIssue } from './store.ts'

const DAYS = 7
const DAY_MS = 24 * 60 * 60_000

/** Makes a fresh link to an invitation, takes the older ones back, and promises the letter. */
export const sendInvitation = async (ctx: Ctx, tx: Tx, invitationId: string): Promise<void> => {
  const issue = (await lastIssue(tx, invitationId)) + 1
  await revokeLinks(ctx, tx, 'invitation', invitationId)
  await makeLink(ctx, tx, 'invitation', invitationId, new Date(ctx.now().getTime() + DAYS * DAY_MS), issue)
  await promiseMessage(ctx, tx, { kind: 'invitation', aboutId: invitationId, dueAt: ctx.now() })
}
