import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { allow, type Variables } from './allow.ts'
import { groundOf, staffOf } from './context.ts'
import { letHear, takePlace } from './pages-open.ts'

/** News as it is committed, each with its line number; whoever comes back with Last-Event-ID gets what followed. */
export const live = new Hono<{ Variables: Variables }>().get(
  '/',
  allow('owner', 'prescriber', 'nurse', 'front desk'),
  async (c) => {
    const { ctx } = c.var
    const ground = groundOf(ctx)
    // Nobody would be there to hang up.
    if (c.req.method === 'HEAD') return c.body(null)
    const { signInId } = staffOf(ctx)
    const leave = takePlace(ground, signInId)
    return streamSSE(c, async (stream) => {
      const after = Number(c.req.header('last-event-id') ?? c.req.query('after'))
      const over = Promise.withResolvers<void>()
      stream.onAbort(() => over.resolve())
      const page = { signInId, write: (text: string) => stream.write(text), end: () => over.resolve() }
      try {
        const stop = await letHear(ground, ctx.clinicId, page, after)
        await over.promise
        stop()
      } finally {
        leave()
      }
    })
  },
)
