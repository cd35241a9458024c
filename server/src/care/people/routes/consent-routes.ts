import { asked, consentText, missingContact, Problem, sectionsFor } from '@dripline/clinical'
import { consentIn } from '@dripline/clinical/words'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { readerFor, readerSaid } from '../../../platform/reader.ts'
import { shape } from '../../../platform/shape.ts'
import { shows } from '../../../platform/shown.ts'
import { clinicSettings } from '../../clinic/store.ts'
import { whyConsentEnded } from '../consent.ts'
import { signConsent } from '../sign-consent.ts'
import { consentById, consentsOf, personOf } from '../store.ts'
import { withdrawConsent } from '../withdraw-consent.ts'

const person = z.object({ personId: z.uuid() })
const consentOfPerson = z.object({ personId: z.uuid(), consentId: z.uuid() })
const indication = z.enum(['pain', 'depression'], asked('pain-or-depression'))
const words = (expected: string, most: number) =>
  z.string(expected).trim().min(2, expected).max(most, asked('at-most-characters', { most }))
const signatureShape = z.strictObject({
  indication,
  version: z.string(asked('version-that-was-read')).max(40),
  signedName: words(asked('name-typed-by-person-signing'), 120),
  saidBack: z.array(z.string().max(300)).max(20),
  representative: z
    .strictObject({
      relation: words(asked('who-they-are-to-patient-like'), 80),
      authority: words(asked('what-lets-them-sign-like-power'), 300),
    })
    .optional(),
})
const reasonShape = z.strictObject({ reason: words(asked('reason-in-persons-own-words-if'), 500) })

const consentPage = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-consents', async (tx) => {
    const found = await personOf(tx, personId)
    if (!found) throw new Problem('not-found', { personId })
    const clinic = await clinicSettings(tx)
    const signed = (await consentsOf(tx, personId)).map((each) => ({
      ...each,
      ended: whyConsentEnded(each, ctx.now(), clinic.zone),
    }))
    const to = await readerFor(ctx, tx, personId)
    const text = consentIn(to, consentText)
    const { id, title, version, statement, teachBack } = text
    const sections = {
      pain: sectionsFor(text, 'pain', clinic),
      depression: sectionsFor(text, 'depression', clinic),
    }
    const { name, dateOfBirth } = found
    return shows([personId], {
      personId,
      name,
      dateOfBirth,
      missing: missingContact(clinic),
      signed,
      text: { id, title, version, statement, teachBack, sections },
      reader: readerSaid(to),
    })
  })

const consentCopy = (ctx: Ctx, { personId, consentId }: { personId: string; consentId: string }) =>
  inClinic(ctx, 'read-consent-copy', async (tx) => {
    const [found, consent] = [await personOf(tx, personId), await consentById(tx, consentId)]
    if (!found || consent?.personId !== personId) throw new Problem('not-found', { consentId })
    const { name, phone, afterHoursPhone, address, zone } = await clinicSettings(tx)
    const ended = whyConsentEnded(consent, ctx.now(), zone)
    const clinic = { name, phone, afterHoursPhone, address }
    const reader = readerSaid(await readerFor(ctx, tx, personId))
    const copy = { personId, reader, name: found.name, dateOfBirth: found.dateOfBirth, clinic, consent: { ...consent, ended } }
    return shows([personId], copy)
  })

/** Consents of one person. */
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
