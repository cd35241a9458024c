import { asked, twoPersonActs } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../allow.ts'
import { groundOf, inClinic } from '../context.ts'
import { limited } from '../rate-limit.ts'
import { shape } from '../shape.ts'
import { showsNobody } from '../shown.ts'
import { passkeyShape } from './passkey.ts'
import { witnessesBeside } from './proof-store.ts'
import { offerPasskeyProof, proveByPasskey } from './prove-by-passkey.ts'
import { proveByPassword } from './prove-by-password.ts'

/** Acts that somebody on another's screen may be asked to sign for. */
const provable = z.enum([...twoPersonActs, 'override-discharge'] as const, asked('name-of-act-like-draw-up'))

const act = {
  staffId: z.uuid(asked('who-second-person-is')),
  act: provable,
  facts: z.record(z.string().min(1).max(60), z.string().max(200)),
}

export const actShape = z.strictObject(act)
const byPasskey = z.strictObject({ ...act, response: passkeyShape })
const byPassword = z.strictObject({ ...act, password: z.string().max(500), code: z.string().max(20).optional() })

const staff = allow('owner', 'prescriber', 'nurse', 'front desk')

/** A second person proves themselves for one act, on the first person's screen. */
export const proof = new Hono<{ Variables: Variables }>()
  .get('/people', staff, shape('query', z.object({ act: provable })), async (c) => {
    const { act } = c.req.valid('query')
    const people = await inClinic(c.var.ctx, 'find-witness', async (tx) => showsNobody(await witnessesBeside(c.var.ctx, tx, act)))
    return c.json({ people, simulated: groundOf(c.var.ctx).simulated })
  })

  .post('/passkey/options', staff, limited('proof'), shape('json', actShape), async (c) =>
    c.json(await offerPasskeyProof(c.var.ctx, c.req.valid('json'))),
  )

  .post('/passkey', staff, limited('proof'), shape('json', byPasskey), async (c) =>
    c.json(await proveByPasskey(c.var.ctx, c.req.valid('json')), 201),
  )

  .post('/password', staff, limited('proof'), shape('json', byPassword), async (c) =>
    c.json(await proveByPassword(c.var.ctx, c.req.valid('json')), 201),
  )
