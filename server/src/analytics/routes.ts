import { Hono } from 'hono'
import { allow, type Variables } from '../platform/allow.ts'
import { readOutcomes } from './read-outcomes.ts'

/** Questions over many patients. */
export const analytics = new Hono<{ Variables: Variables }>().get('/outcomes', allow('owner', 'prescriber'), async (c) =>
  c.json(await readOutcomes(c.var.ctx)),
)
