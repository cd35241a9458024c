import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { FolderInUse, openEmbedded, openPostgres, withoutClinic } from './platform/database.ts'
import { uuid7 } from './platform/id.ts'
import { migrate } from './platform/migrate.ts'
import { newClinic, oneTimeCode } from './platform/new-clinic.ts'
import { readSettings, SettingsRefused } from './platform/settings.ts'
import { type Running, start } from './start.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const run = async () => {
  const settings = readSettings(process.env, process.argv.includes('--empty'))
  const log = pino({ level: settings.LOG_LEVEL }, pino.destination(2))
  say(settings.DATABASE_URL ? 'Opening the database…' : `Opening the embedded database in ${settings.folder}…`)
  const db = settings.DATABASE_URL ? await openPostgres(settings.DATABASE_URL) : await openEmbedded(settings.folder)
  await migrate(db)
  const { PUBLIC_URL: publicUrl, SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = settings
  const running = await start({
    db,
    port: settings.PORT,
    secret: settings.SECRET_KEY,
    hosts: settings.HOST === '127.0.0.1' ? ['127.0.0.1', '::1'] : [settings.HOST],
    proxies: settings.TRUSTED_PROXY,
    simulated: settings.simulated,
    log,
    ...(publicUrl !== undefined && { publicUrl }),
    ...(smtpUrl !== undefined && { smtpUrl }),
    ...(mailFrom !== undefined && { mailFrom }),
  })
  await welcome(running)
  return running
}

// A database without a clinic gets one that waits for its first owner; the code proves that the owner sits at this machine.
const welcome = async ({ ground, url }: Running) => {
  const waiting = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select(['id', 'setUpAt']).execute())
  if (waiting.length === 0 && !ground.simulated) {
    const code = oneTimeCode(randomBytes)
    const at = ground.clock()
    await newClinic(ground.database, { id: uuid7(at), host: new URL(url).hostname, at, code })
    say(`\nSet up the clinic at ${url}/set-up with this one-time code: ${code}`)
  }
  say(`\nDripline is ready: ${url}\n`)
}

const stopOn = (running: Running) => {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await running.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
}

try {
  stopOn(await run())
} catch (error) {
  const known = error instanceof SettingsRefused || error instanceof FolderInUse
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
