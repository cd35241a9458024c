import { Hono } from 'hono'
import { allow, type Variables } from '../platform/allow.ts'
import { seeEvidence } from './evidence.ts'

/** The evidence page, for anyone. */
export const analyticsDocuments = new Hono<{ Variables: Variables }>().get('/evidence', allow('anyone'), async (c) =>
  c.var.show(await seeEvidence(c.var.ctx, await c.var.reader())),
)
