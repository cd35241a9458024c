import { Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { fileHeaders } from '../../../platform/headers.ts'
import { showsNobody } from '../../../platform/shown.ts'
import { accentSheet } from './accent-sheet.ts'
import { logoBytes } from './store.ts'

const bytesOf = (ctx: Ctx, digest: string) =>
  inClinic(ctx, 'see-logo', async (tx) => showsNobody({ png: await logoBytes(tx, digest) }))

/** What a browser fetches of a clinic's face: each at an address that says what it is, and so is never old. */
export const faceDocuments = new Hono<{ Variables: Variables }>()
  .get('/face/accent/:file', allow('anyone'), (c) => {
    const sheet = accentSheet(c.req.param('file'))
    if (sheet === null) throw new Problem('not-found')
    fileHeaders(c)
    return c.body(sheet, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  .get('/face/logo/:file', allow('anyone'), async (c) => {
    const [, digest] = /^([0-9a-f]{64})\.png$/.exec(c.req.param('file')) ?? []
    const { png } = digest === undefined ? { png: null } : await bytesOf(c.var.ctx, digest)
    if (png === null) throw new Problem('not-found')
    fileHeaders(c)
    return c.body(new Uint8Array(Buffer.from(png, 'base64')), 200, { 'content-type': 'image/png' })
  })
