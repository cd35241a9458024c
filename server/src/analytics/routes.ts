import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../platform/allow.ts'
import { shape } from '../platform/shape.ts'
import { periods, readOutcomes } from './read-outcomes.ts'

/** Questions over many patients. */
export const analytics = new Hono<{ Variables: Variables }>().get(
  '/outcomes',
  allow('owner', 'prescriber'),
  shape('query', z.object({ period: z.enum(periods, 'all, year or half').default('all') })),
  async (c) => c.json(await readOutcomes(c.var.ctx, c.req.valid('query').period)),
)
