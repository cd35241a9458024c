import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { allow, type Variables } from '../../../platform/allow.ts'
import { answerForm } from '../../../platform/document.ts'
import { linkAddress } from '../../../platform/link.ts'
import { bookByForm, bookingPage, formOf } from '../documents.ts'

const script = readFileSync(join(import.meta.dirname, 'embed.js'), 'utf8')
const HOUR_S = 3600

/** The booking for a clinic's own site: the script that puts it there, and the page that stands in its frame. */
export const embedDocuments = new Hono<{ Variables: Variables }>()
  .get('/embed.js', allow('anyone'), (c) => {
    c.header('cache-control', `public, max-age=${HOUR_S}`)
    // Another site fetches it: that is what it is for.
    c.header('cross-origin-resource-policy', 'cross-origin')
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  .get('/embed/book', allow('anyone'), async (c) => c.var.show(await bookingPage(c.var.ctx, await c.var.reader(), c.req.query())))
  .post('/embed/book', allow('anyone'), async (c) => {
    const sent = await formOf(c)
    const page = async () => bookingPage(c.var.ctx, await c.var.reader(), sent)
    return answerForm(c, page, async () => {
      const { id, start, end, zone } = await bookByForm(c, sent)
      // Said here and now: the page of the appointment stands in no frame.
      const booked = { start, end, zone, url: linkAddress(c.var.ctx, 'appointment', id) }
      return c.var.show({ ...(await page()), booked })
    })
  })
