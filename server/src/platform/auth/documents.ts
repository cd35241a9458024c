import { Hono } from 'hono'
import { allow, type Variables } from '../allow.ts'
import { groundOf } from '../context.ts'
import { peopleToEnterAs, type Waiting } from './simulated.ts'

/** The sign-in page: a simulated clinic lists its people, a real one nobody. */
export const signInDocument = (waiting?: Waiting) =>
  new Hono<{ Variables: Variables }>().get('/sign-in', allow('anyone'), async (c) => {
    const { ctx } = c.var
    return c.var.show({ people: groundOf(ctx).simulated ? await peopleToEnterAs(ctx, waiting) : null })
  })
