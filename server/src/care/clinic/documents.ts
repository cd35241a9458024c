import { Problem, usStates, usZones } from '@dripline/clinical'
import { type Context, Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { giveCookie } from '../../platform/auth/cookie.ts'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { answerForm } from '../../platform/document.ts'
import { linkedRecord } from '../../platform/link.ts'
import { CRISIS_LINES } from '../../platform/new-clinic.ts'
import { limited } from '../../platform/rate-limit.ts'
import { showsNobody } from '../../platform/shown.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { setUpClinic } from './set-up-clinic.ts'
import { readSetUpForm } from './set-up-form.ts'
import { invitationOf, isSetUp } from './store.ts'

type Page = Context<{ Variables: Variables }>

const setUpPage = async (ctx: Ctx) => ({
  isSetUp: await inClinic(ctx, 'see-set-up', async (tx) => showsNobody(await isSetUp(tx))),
  states: usStates.map(({ code, name }) => ({ code, name })),
  zones: Object.entries(usZones).map(([value, label]) => ({ value, label })),
  crisisLines: CRISIS_LINES,
  idempotencyKey: ctx.newId(),
})

const openClinic = async (c: Page) => {
  const form = readSetUpForm((await c.req.parseBody({ all: true })) as Record<string, unknown>)
  const { signInId } = await setUpClinic(c.var.ctx, form)
  giveCookie(c, signInId)
  // Records open once there is more than a password, the clinic's own page too.
  return '/account?next=/clinic'
}

const invitationPage = (ctx: Ctx) =>
  inClinic(ctx, 'see-invitation', async (tx) => {
    const invitationId = linkedRecord(ctx, 'invitation')
    const found = await invitationOf(tx, invitationId)
    if (!found || found.withdrawnAt) throw new Problem('link-unusable', { invitationId })
    const { name, email, roles, title, acceptedAt } = found
    const invitation = { name, email, roles, title, isAccepted: acceptedAt !== null }
    return showsNobody({ invitation, idempotencyKey: ctx.newId() })
  })

const takePlace = async (c: Page) => {
  const { password } = await c.req.parseBody()
  if (typeof password !== 'string' || password === '')
    throw new Problem('not-valid', {}, [{ field: 'password', code: 'password' }])
  const { signInId } = await acceptInvitation(c.var.ctx, { password })
  giveCookie(c, signInId)
  return '/account'
}

/** Pages of people who are not signed in yet: the clinic's first owner, and whoever was invited. */
export const clinicDocuments = new Hono<{ Variables: Variables }>()
  .get('/set-up', allow('anyone'), async (c) => c.var.show(await setUpPage(c.var.ctx)))
  .post('/set-up', allow('anyone'), limited('set-up'), (c) =>
    answerForm(
      c,
      () => setUpPage(c.var.ctx),
      () => openClinic(c),
    ),
  )
  .get('/l/:secret/invitation', allow('link'), async (c) => c.var.show(await invitationPage(c.var.ctx)))
  .post('/l/:secret/invitation', allow('link'), limited('sign-in'), (c) =>
    answerForm(
      c,
      () => invitationPage(c.var.ctx),
      () => takePlace(c),
    ),
  )
