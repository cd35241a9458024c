import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../allow.ts'
import { limited } from '../rate-limit.ts'
import { shape } from '../shape.ts'
import { account } from './account-routes.ts'
import { clearCookie, giveCookie } from './cookie.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { lock, tellTouch } from './lock.ts'
import { passkeyShape } from './passkey.ts'
import { openByPin, pinShape, whoCanOpen } from './pin.ts'
import { offerPasskeySignIn, signInByPasskey } from './sign-in-by-passkey.ts'
import { signInByPassword } from './sign-in-by-password.ts'
import { signOut } from './sign-out.ts'
import { whoAmI } from './who-am-i.ts'

export { proof } from './proof-routes.ts'

const password = z.strictObject({
  email: z.string().min(1, asked('your-email-address')).max(320),
  password: z.string().min(1, asked('your-password')).max(500),
})
const ticket = z.string().max(100)
const second = z.union(
  [
    z.strictObject({ ticket, code: z.string().min(1).max(20) }),
    z.strictObject({ ticket, recoveryCode: z.string().min(1).max(40) }),
  ],
  asked('ticket-and-code-or-recovery-code'),
)

const staff = allow('owner', 'prescriber', 'nurse', 'front desk')
const opening = z.strictObject({ accountId: z.uuid(asked('someone-of-this-tablet')), pin: pinShape })

/** Signing in and out, and the own ways in. */
export const auth = new Hono<{ Variables: Variables }>()
  .get('/me', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await whoAmI(c.var.ctx)))

  .post('/passkey/options', allow('anyone'), limited('sign-in'), async (c) => c.json(await offerPasskeySignIn(c.var.ctx)))

  .post('/passkey', allow('anyone'), limited('sign-in'), shape('json', z.strictObject({ response: passkeyShape })), async (c) => {
    const { signInId, accountId } = await signInByPasskey(c.var.ctx, c.req.valid('json').response)
    giveCookie(c, signInId)
    return c.json({ accountId }, 201)
  })

  .post('/password', allow('anyone'), limited('sign-in'), shape('json', password), async (c) => {
    const half = await signInByPassword(c.var.ctx, c.req.valid('json'))
    if (half.next === 'code') return c.json(half)
    giveCookie(c, half.signInId)
    return c.json({ next: 'done' as const }, 201)
  })

  .post('/second', allow('anyone'), limited('sign-in'), shape('json', second), async (c) => {
    const { signInId, accountId } = await finishSignIn(c.var.ctx, c.req.valid('json'))
    giveCookie(c, signInId)
    return c.json({ accountId }, 201)
  })

  .post('/touch', staff, async (c) => c.json(await tellTouch(c.var.ctx)))
  .post('/lock', staff, async (c) => c.json(await lock(c.var.ctx)))
  .get('/unlock', staff, async (c) => c.json(await whoCanOpen(c.var.ctx)))
  .post('/unlock', staff, limited('sign-in'), shape('json', opening), async (c) => {
    const { accountId, signInId } = await openByPin(c.var.ctx, c.req.valid('json'))
    if (signInId !== null) giveCookie(c, signInId)
    return c.json({ accountId }, 201)
  })

  .post('/sign-out', allow('anyone'), async (c) => {
    await signOut(c.var.ctx)
    clearCookie(c)
    return c.json({ signedOut: true })
  })

  .route('/account', account)
