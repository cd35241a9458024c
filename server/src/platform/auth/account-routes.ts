import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../allow.ts'
import { limited } from '../rate-limit.ts'
import { shape } from '../shape.ts'
import { changePassword } from './change-password.ts'
import { confirmApp, offerApp, removeApp } from './enrol-app.ts'
import { ownAccount, removePasskey, renewRecoveryCodes } from './own-account.ts'
import { newPasskeyShape } from './passkey.ts'
import { pinShape, removePin, setPin } from './pin.ts'
import { offerPasskey, registerPasskey } from './register-passkey.ts'
import { endOtherSignIns, endSignIn } from './sign-out.ts'

const staff = allow('owner', 'prescriber', 'nurse', 'front desk')
/** Open to whoever has only a password yet: the ways to a second factor. */
const bare = allow('owner', 'prescriber', 'nurse', 'front desk', 'bare')

const newPasskey = z.strictObject({
  response: newPasskeyShape,
  label: z.string().trim().min(1, asked('name-for-this-passkey')).max(60),
})
const confirmation = z.strictObject({ ticket: z.string().max(100), code: z.string().max(20) })
const passwords = z.strictObject({ current: z.string().max(500).optional(), password: z.string().max(500) })

/** The ways in of the person signed in. */
export const account = new Hono<{ Variables: Variables }>()
  .get('/', bare, async (c) => c.json(await ownAccount(c.var.ctx)))

  .post('/passkeys/options', bare, async (c) => c.json(await offerPasskey(c.var.ctx)))
  .post('/passkeys', bare, limited('sign-in'), shape('json', newPasskey), async (c) =>
    c.json(await registerPasskey(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete('/passkeys/:passkeyId', staff, shape('param', z.object({ passkeyId: z.uuid() })), async (c) =>
    c.json(await removePasskey(c.var.ctx, c.req.valid('param'))),
  )

  .post('/app', bare, async (c) => c.json(await offerApp(c.var.ctx)))
  .post('/app/confirm', bare, limited('sign-in'), shape('json', confirmation), async (c) =>
    c.json(await confirmApp(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete('/app', staff, async (c) => c.json(await removeApp(c.var.ctx)))

  .post('/recovery-codes', staff, async (c) => c.json(await renewRecoveryCodes(c.var.ctx), 201))
  .post('/password', staff, limited('sign-in'), shape('json', passwords), async (c) =>
    c.json(await changePassword(c.var.ctx, c.req.valid('json'))),
  )

  .post('/pin', staff, limited('sign-in'), shape('json', z.strictObject({ pin: pinShape })), async (c) =>
    c.json(await setPin(c.var.ctx, c.req.valid('json')), 201),
  )
  .delete('/pin', staff, async (c) => c.json(await removePin(c.var.ctx)))

  .post('/sign-ins/end-others', staff, async (c) => c.json(await endOtherSignIns(c.var.ctx)))
  .delete('/sign-ins/:signInId', staff, shape('param', z.object({ signInId: z.uuid() })), async (c) =>
    c.json(await endSignIn(c.var.ctx, c.req.valid('param'))),
  )
