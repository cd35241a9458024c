import { Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../allow.ts'
import { groundOf } from '../context.ts'
import { shape } from '../shape.ts'
import { giveCookie } from './cookie.ts'
import { sealProof } from './proof.ts'
import { actShape } from './proof-routes.ts'
import { enter, peopleToEnterAs, type Waiting } from './simulated.ts'

/** Coming in as anybody. app.ts mounts these only where the ground is simulated; anywhere else they do not exist. */
export const simulatedAuth = (waiting?: Waiting) =>
  new Hono<{ Variables: Variables }>()
    .get('/people', allow('anyone'), async (c) => c.json(await peopleToEnterAs(c.var.ctx, waiting)))

    .post('/enter', allow('anyone'), shape('json', z.strictObject({ accountId: z.uuid() })), async (c) => {
      const { signInId, accountId } = await enter(c.var.ctx, c.req.valid('json'))
      giveCookie(c, signInId)
      return c.json({ accountId }, 201)
    })

/** A second person's word for the asking, in a simulated clinic and nowhere else. */
export const simulatedProof = new Hono<{ Variables: Variables }>().post(
  '/simulated',
  allow('owner', 'prescriber', 'nurse', 'front desk'),
  shape('json', actShape),
  async (c) => {
    if (!groundOf(c.var.ctx).simulated) throw new Problem('not-found')
    return c.json(await sealProof(c.var.ctx, { ...c.req.valid('json'), method: 'simulated' }), 201)
  },
)
