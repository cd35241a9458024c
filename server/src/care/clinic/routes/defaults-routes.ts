import { asked, Problem, policyOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { policiesOf } from '../../../platform/policies.ts'
import { shape } from '../../../platform/shape.ts'
import { showsNobody } from '../../../platform/shown.ts'
import { approveDefaults } from '../approve-defaults.ts'
import { defaultsWithApproval } from '../clinical-defaults.ts'
import { setPolicyValue } from '../set-policy-value.ts'

const reason = z.string(asked('why-for-those-who-read-it')).trim().min(2, asked('why-for-those-who-read-it')).max(500)
const listShape = z.strictObject({
  listed: z
    .array(z.strictObject({ kind: z.string().max(40), id: z.string().max(80), version: z.string().max(40) }))
    .min(1, asked('definitions-that-were-read'))
    .max(500),
  reason: reason.optional(),
})
const item = z.union([z.number(), z.string().max(40)])
const valueShape = z.strictObject({
  policy: z.string(asked('policy')).max(80),
  name: z.string(asked('value-of-it')).max(80),
  value: z.union([item, z.boolean(), z.array(z.number()).max(50), z.array(z.string().max(40)).max(50), z.null()], asked('value')),
  validFrom: z.iso.datetime({ offset: true, error: asked('day-and-time-like') }).transform((text) => new Date(text)),
  reason,
})

const policiesNow = (ctx: Ctx) => inClinic(ctx, 'read-policies', async (tx) => showsNobody(await policiesOf(tx, ctx.now())))

/** The prescriber's word on the clinical defaults, and the clinic's own values of policies. */
export const defaultsRoutes = new Hono<{ Variables: Variables }>()
  .get('/defaults', allow('owner', 'prescriber', 'nurse'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-defaults', async (tx) => showsNobody(await defaultsWithApproval(tx)))),
  )
  .post('/defaults/approve', allow('prescriber'), shape('json', listShape), async (c) => {
    const { listed, reason } = c.req.valid('json')
    return c.json(await approveDefaults(c.var.ctx, { listed, ...(reason !== undefined && { reason }) }), 201)
  })
  .get('/policies', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await policiesNow(c.var.ctx)))
  .post('/policies', allow('prescriber'), shape('json', valueShape), async (c) => {
    const sent = c.req.valid('json')
    const { policy } = sent
    if (!policyOf(policy)) throw new Problem('not-found', { policy })
    return c.json(await setPolicyValue(c.var.ctx, sent as Parameters<typeof setPolicyValue>[1]), 201)
  })
