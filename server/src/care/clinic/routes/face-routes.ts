import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { shape } from '../../../platform/shape.ts'
import { faceShape } from '../face/face.ts'
import { keepLogo, LOGO_BYTES } from '../face/keep-logo.ts'
import { readFace } from '../face/read-face.ts'
import { saveFace } from '../face/save-face.ts'

const BASE64_OF = 4 / 3
const LEAST_PNG = 'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAFklEQVR42mNgYGD4TyEexsaow2QUUAwAv2T+AkaSfv8AAAAASUVORK5CYII='
const logo = z.strictObject({
  png: z
    .base64(asked('picture-png'))
    .min(1, asked('picture-png'))
    .max(Math.ceil(LOGO_BYTES * BASE64_OF) + 4, asked('picture-bytes', { kilobytes: LOGO_BYTES / 1024 }))
    .meta({ examples: [LEAST_PNG] }),
})
const after = z
  .int(asked('whole-number'))
  .min(0, asked('whole-number'))
  .meta({ examples: [0] })

/** How the clinic looks and what it says in its own words: its owner's. */
export const faceRoutes = new Hono<{ Variables: Variables }>()
  .get('/face', allow('owner'), async (c) => c.json(await readFace(c.var.ctx)))
  .post('/face', allow('owner'), shape('json', faceShape.extend({ after })), async (c) =>
    c.json(await saveFace(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/face/logo', allow('owner'), shape('json', logo), async (c) =>
    c.json(await keepLogo(c.var.ctx, c.req.valid('json')), 201),
  )
