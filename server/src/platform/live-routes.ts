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
  return streamSSE(c, async (stream) => {
    const from = Number(c.req.header('last-event-id') ?? c.req.query('after'))
    let seen = Number.isSafeInteger(from) && from > 0 ? from : await live.head(ctx.clinicId)
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
      for (const news of await live.since(ctx.clinicId, seen)) {
        await stream.writeSSE({ id: String(news.id), data: JSON.stringify(news) })
        seen = news.id
      }
      if (hasNews) continue
      const isQuiet = await new Promise<boolean>((done) => {
        const timer = setTimeout(() => done(true), PING_MS)
        wake = () => {
          clearTimeout(timer)
          done(false)
        }
      })
      if (isQuiet && !stream.aborted) await stream.writeSSE({ event: 'ping', data: '' })
    }
    stop()
  })
})
