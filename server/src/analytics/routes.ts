import { Hono } from 'hono'
import { allow, type Variables } from '../platform/allow.ts'
import { shape } from '../platform/shape.ts'
import { outcomesAsked, readOutcomes } from './read-outcomes.ts'

/** Questions over many patients. */
export const analytics = new Hono<{ Variables: Variables }>().get(
  '/outcomes',
  allow('owner', 'prescriber'),
  shape('query', outcomesAsked),
  async (c) => c.json(await readOutcomes(c.var.ctx, c.req.valid('query'))),
)
