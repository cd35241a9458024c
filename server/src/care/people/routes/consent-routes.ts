import { consentText, Problem, sectionsFor } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { shape } from '../../../platform/shape.ts'
import { approveDefaults } from '../approve-defaults.ts'
import { defaultsWithApproval } from '../clinical-defaults.ts'
import { isConsentStale } from '../consent.ts'
import { signConsent } from '../sign-consent.ts'
import { consentsOf, personOf } from '../store.ts'

const person = z.object({ personId: z.uuid() })
const indication = z.enum(['pain', 'depression'], 'pain or depression')
const signatureShape = z.strictObject({
  indication,
  version: z.string('the version that was read').max(40),
  signedName: z.string('the name, typed by the patient').trim().min(2, 'the name, typed by the patient').max(120),
  saidBack: z.array(z.string().max(300)).max(20),
})
const listShape = z.strictObject({
  listed: z
    .array(z.strictObject({ kind: z.string().max(40), id: z.string().max(80), version: z.string().max(40) }))
    .min(1, 'the definitions that were read')
    .max(500),
})

const consentPage = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-consents', async (tx) => {
    const found = await personOf(tx, personId)
    if (!found) throw new Problem('not-found', { personId })
    const signed = (await consentsOf(tx, personId)).map((each) => ({ ...each, isStale: isConsentStale(each, ctx.now()) }))
    const { id, title, version, statement, teachBack } = consentText
    const sections = { pain: sectionsFor(consentText, 'pain'), depression: sectionsFor(consentText, 'depression') }
    return { personId, name: found.name, signed, text: { id, title, version, statement, teachBack, sections } }
  })

/** Consents of one person, and the prescriber's word on the clinical defaults. */
export const consentRoutes = new Hono<{ Variables: Variables }>()
  .get('/patients/:personId/consents', allow('prescriber', 'nurse', 'front desk'), shape('param', person), async (c) =>
    c.json(await consentPage(c.var.ctx, c.req.valid('param').personId)),
  )
  .post(
    '/patients/:personId/consents',
    allow('prescriber', 'nurse'),
    shape('param', person),
    shape('json', signatureShape),
    async (c) => c.json(await signConsent(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .get('/defaults', allow('owner', 'prescriber', 'nurse'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-defaults', defaultsWithApproval)),
  )
  .post('/defaults/approve', allow('prescriber'), shape('json', listShape), async (c) =>
    c.json(await approveDefaults(c.var.ctx, c.req.valid('json')), 201),
  )
