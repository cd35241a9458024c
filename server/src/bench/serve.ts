import { pino } from 'pino'
import { openPostgres } from '../platform/database.ts'
import { start } from '../start.ts'
import { bareRoutes } from './bare.ts'

/**
 * The server as it is, on a clock that the bench has set, with the bare routes of the bench beside its own: what they answer is
 * what the same process can do at the most.
 */
const { DATABASE_URL = '', SECRET_KEY = '', BENCH_FROM = '' } = process.env
const shift = Date.parse(BENCH_FROM) - Date.now()
const db = await openPostgres(DATABASE_URL)
const bare = bareRoutes(db)
const running = await start({
  db,
  port: 0,
  secret: SECRET_KEY,
  clock: () => new Date(Date.now() + shift),
  hosts: ['127.0.0.1'],
  proxies: ['127.0.0.1', '::ffff:127.0.0.1'],
  log: pino({ level: 'error' }, pino.destination(2)),
  around: (own) => (request, environment) =>
    new URL(request.url).pathname.startsWith('/bench/') ? bare.fetch(request, environment) : own(request, environment),
})
process.stdout.write(`Dripline is ready: http://127.0.0.1:${running.port}\n`)
process.on('SIGTERM', () => running.close().then(() => process.exit(0)))
