import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { allow, type Variables } from './allow.ts'
import { stillStands } from './auth/sign-in.ts'
import { groundOf } from './context.ts'

const PING_MS = 5000

/** News as it is committed, each with its line number; whoever comes back with Last-Event-ID gets what followed. */
export const live = new Hono<{ Variables: Variables }>().get('/', allow('owner', 'prescriber', 'nurse', 'front desk'), (c) => {
  const { ctx } = c.var
  const { live } = groundOf(ctx)
  // Nobody would be there to hang up.
  if (c.req.method === 'HEAD') return c.body(null)
  return streamSSE(c, async (stream) => {
    const from = Number(c.req.header('last-event-id') ?? c.req.query('after'))
    const head = await live.head(ctx.clinicId)
    let seen = Number.isSafeInteger(from) && from > 0 ? Math.min(from, head) : head
    let wake = () => {}
    let hasNews = false
    const stop = live.follow(ctx.clinicId, () => {
      hasNews = true
      wake()
    })
    stream.onAbort(() => {
      stop()
      wake()
    })
    await stream.writeSSE({ event: 'ping', id: String(seen), data: '' })
    while (!stream.aborted && !stream.closed && (await stillStands(ctx))) {
      hasNews = false
      const { news, upTo, isMore } = await live.since(ctx.clinicId, seen)
      for (const each of news) await stream.writeSSE({ id: String(each.id), data: JSON.stringify(each) })
      seen = upTo
      if (isMore || hasNews) continue
      const isQuiet = await new Promise<boolean>((done) => {
        const timer = setTimeout(() => done(true), PING_MS)
        wake = () => {
          clearTimeout(timer)
          done(false)
        }
      })
      if (isQuiet && !stream.aborted) await stream.writeSSE({ event: 'ping', id: String(seen), data: '' })
    }
    stop()
  })
})
