import { stepTo } from './stepped-date.ts'

/** The server as it is, over a wall clock that a fault can step: `POST /faults/clock?ms=`. */
const { pino } = await import('pino')
const { openPostgres } = await import('../platform/database.ts')
const { start } = await import('../start.ts')

const { DATABASE_URL = '', SECRET_KEY = '', SKEW_MS = '0' } = process.env
stepTo(Number(SKEW_MS))
const running = await start({
  db: await openPostgres(DATABASE_URL),
  port: Number(process.env.PORT ?? 0),
  secret: SECRET_KEY,
  hosts: ['127.0.0.1'],
  log: pino({ level: 'fatal' }, pino.destination(2)),
  around: (own) => (request, environment) => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname !== '/faults/clock') return own(request, environment)
    stepTo(Number(searchParams.get('ms')))
    return new Response('stepped')
  },
})
process.stdout.write(`Dripline is ready: http://127.0.0.1:${running.port}\n`)
process.on('SIGTERM', () => running.close().then(() => process.exit(0)))
