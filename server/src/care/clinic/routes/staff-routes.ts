import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { knownBy, resetSecondFactor } from '../../../platform/auth/reset-second-factor.ts'
import { signOutColleague } from '../../../platform/auth/sign-out.ts'
import { inClinic, type Tx } from '../../../platform/context.ts'
import { shape } from '../../../platform/shape.ts'
import { showsNobody } from '../../../platform/shown.ts'
import { invite } from '../invite.ts'
import { resendInvitation } from '../resend-invitation.ts'
import { invitationShape } from '../staff.ts'
import { allStaff, openInvitations } from '../store.ts'
import { withdrawInvitation } from '../withdraw-invitation.ts'

const invitation = z.object({ invitationId: z.uuid() })

const staffAndInvited = async (tx: Tx) => ({ staff: await allStaff(tx), invitations: await openInvitations(tx) })

/** Who works here, and who was invited to. Whatever can touch a booking stands with the visits. */
export const staffRoutes = new Hono<{ Variables: Variables }>()
  .get('/staff', allow('owner'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-staff', async (tx) => showsNobody(await staffAndInvited(tx)))),
  )
  .post(
    '/staff/:staffId/second-factor/reset',
    allow('owner'),
    shape('param', z.object({ staffId: z.uuid() })),
    shape('json', z.strictObject({ words: knownBy })),
    async (c) => c.json(await resetSecondFactor(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/staff/:staffId/sign-out', allow('owner'), shape('param', z.object({ staffId: z.uuid() })), async (c) =>
    c.json(await signOutColleague(c.var.ctx, c.req.valid('param'))),
  )
  .post('/invitations', allow('owner'), shape('json', invitationShape), async (c) =>
    c.json(await invite(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/invitations/:invitationId/resend', allow('owner'), shape('param', invitation), async (c) =>
    c.json(await resendInvitation(c.var.ctx, c.req.valid('param'))),
  )
  .post('/invitations/:invitationId/withdraw', allow('owner'), shape('param', invitation), async (c) =>
    c.json(await withdrawInvitation(c.var.ctx, c.req.valid('param'))),
  )
