import { consentText, missingContact, Problem, policyOf, sectionsFor } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { policiesOf } from '../../../platform/policies.ts'
import { shape } from '../../../platform/shape.ts'
import { shows, showsNobody } from '../../../platform/shown.ts'
import { approveDefaults } from '../approve-defaults.ts'
import { defaultsWithApproval } from '../clinical-defaults.ts'
import { whyConsentEnded } from '../consent.ts'
import { setPolicyValue } from '../set-policy-value.ts'
import { signConsent } from '../sign-consent.ts'
import { clinicSettings, consentById, consentsOf, personOf } from '../store.ts'
import { withdrawConsent } from '../withdraw-consent.ts'

const person = z.object({ personId: z.uuid() })
const consentOfPerson = z.object({ personId: z.uuid(), consentId: z.uuid() })
const indication = z.enum(['pain', 'depression'], 'pain or depression')
const words = (expected: string, most: number) =>
  z.string(expected).trim().min(2, expected).max(most, `at most ${most} characters`)
const signatureShape = z.strictObject({
  indication,
  version: z.string('the version that was read').max(40),
  signedName: words('the name, typed by the person signing', 120),
  saidBack: z.array(z.string().max(300)).max(20),
  representative: z
    .strictObject({
      relation: words('who they are to the patient, like Health care agent', 80),
      authority: words('what lets them sign, like Power of attorney of May 2, seen', 300),
    })
    .optional(),
})
const reasonShape = z.strictObject({ reason: words('the reason, in the person’s own words if you can', 500) })
const listShape = z.strictObject({
  listed: z
    .array(z.strictObject({ kind: z.string().max(40), id: z.string().max(80), version: z.string().max(40) }))
    .min(1, 'the definitions that were read')
    .max(500),
  reason: words('why, for those who read it later', 500).optional(),
})
const item = z.union([z.number(), z.string().max(40)])
const valueShape = z.strictObject({
  policy: z.string('a policy').max(80),
  name: z.string('a value of it').max(80),
  value: z.union([item, z.boolean(), z.array(z.number()).max(50), z.array(z.string().max(40)).max(50), z.null()], 'a value'),
  validFrom: z.iso.datetime({ offset: true, error: 'an instant like 2026-11-23T09:00:00Z' }).transform((text) => new Date(text)),
  reason: words('why, for those who read it later', 500),
})

const consentPage = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-consents', async (tx) => {
    const found = await personOf(tx, personId)
    if (!found) throw new Problem('not-found', { personId })
    const clinic = await clinicSettings(tx)
    const signed = (await consentsOf(tx, personId)).map((each) => ({
      ...each,
      ended: whyConsentEnded(each, ctx.now(), clinic.zone),
    }))
    const { id, title, version, statement, teachBack } = consentText
    const sections = {
      pain: sectionsFor(consentText, 'pain', clinic),
      depression: sectionsFor(consentText, 'depression', clinic),
    }
    const { name, dateOfBirth } = found
    return shows([personId], {
      personId,
      name,
      dateOfBirth,
      missing: missingContact(clinic),
      signed,
      text: { id, title, version, statement, teachBack, sections },
    })
  })

const consentCopy = (ctx: Ctx, { personId, consentId }: { personId: string; consentId: string }) =>
  inClinic(ctx, 'read-consent-copy', async (tx) => {
    const [found, consent] = [await personOf(tx, personId), await consentById(tx, consentId)]
    if (!found || consent?.personId !== personId) throw new Problem('not-found', { consentId })
    const { name, phone, afterHoursPhone, address, zone } = await clinicSettings(tx)
    const ended = whyConsentEnded(consent, ctx.now(), zone)
    const clinic = { name, phone, afterHoursPhone, address }
    const copy = { personId, name: found.name, dateOfBirth: found.dateOfBirth, clinic, consent: { ...consent, ended } }
    return shows([personId], copy)
  })

const policiesNow = (ctx: Ctx) => inClinic(ctx, 'read-policies', async (tx) => showsNobody(await policiesOf(tx, ctx.now())))

/** Consents of one person, the prescriber's word on the clinical defaults, and the clinic's own values of policies. */
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
  .get(
    '/patients/:personId/consents/:consentId',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', consentOfPerson),
    async (c) => c.json(await consentCopy(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/patients/:personId/consents/:consentId/withdraw',
    allow('prescriber', 'nurse'),
    shape('param', consentOfPerson),
    shape('json', reasonShape),
    async (c) => c.json(await withdrawConsent(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
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
