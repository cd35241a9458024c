import { asked, lineParts } from '@dripline/clinical'
import { locales } from '@dripline/clinical/words'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { shape } from '../../../platform/shape.ts'
import { readLines } from '../read-lines.ts'
import { retireLine, setLine } from '../set-line.ts'

const text = (most: number) =>
  z
    .string(asked('some-words'))
    .trim()
    .min(1, asked('some-words'))
    .max(most, asked('at-most-letters', { longest: most }))
const minutes = z.int(asked('whole-number')).min(0, asked('whole-number')).max(1440, asked('whole-number'))
const dollars = z.string(asked('line-dollars')).trim().max(12, asked('line-dollars'))
const uuids = z.array(z.uuid(asked('id-on-record'))).max(60)
const day = z.iso.date(asked('line-today-or-later'))
const said = z.strictObject({ name: text(60), about: text(160) })
const words = z.record(z.enum(locales), said, asked('line-words-in-each-language'))

const termsShape = z.strictObject({
  words: words.nullable(),
  minutes: minutes.nullable(),
  priceUsd: dollars.nullable(),
  holds: z.array(z.enum(lineParts, asked('one-of-values', { values: [...lineParts] }))).max(lineParts.length),
  cancelHours: minutes.nullable(),
  cancelFeeUsd: dollars.nullable(),
  bookedBy: z.enum(['public', 'staff'], asked('one-of-values', { values: ['public', 'staff'] })),
  clinicianIds: uuids.nullable(),
  chairIds: uuids.nullable(),
  states: z
    .array(z.string().regex(/^[A-Z]{2}$/, asked('line-state-here')))
    .max(60)
    .nullable(),
  bufferBeforeMinutes: minutes,
  bufferAfterMinutes: minutes,
  protocolIds: z.array(z.string().max(80)).max(20),
})
const after = z.int(asked('whole-number')).min(0, asked('whole-number'))
const lineSent = z.strictObject({ after, holdsFrom: day, terms: termsShape })
const retireSent = z.strictObject({ after, holdsFrom: day, reason: text(300) })
const of = shape(
  'param',
  z.object({
    lineId: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60),
  }),
)

/** The clinic's service lines: everybody who works here reads them, the owner and prescribers set them. */
export const lineRoutes = new Hono<{ Variables: Variables }>()
  .get('/lines', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await readLines(c.var.ctx)))
  .post('/lines', allow('owner', 'prescriber'), shape('json', lineSent.omit({ after: true })), async (c) =>
    c.json(await setLine(c.var.ctx, { ...c.req.valid('json'), after: 0 }), 201),
  )
  .post('/lines/:lineId', allow('owner', 'prescriber'), of, shape('json', lineSent), async (c) =>
    c.json(await setLine(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/lines/:lineId/retire', allow('owner', 'prescriber'), of, shape('json', retireSent), async (c) =>
    c.json(await retireLine(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
