import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Database, openEmbedded, openPostgres } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'
import { refuseOwner } from './platform/owner-signs-in.ts'
import { prepareDatabase } from './platform/prepare-database.ts'
import { readSettings, type Settings } from './platform/settings.ts'
import { isStale, madeAt } from './simulated-clinic/simulated-clinic.ts'
import type { Running, StartOptions } from './start.ts'
import { startOwn } from './start-own.ts'
import { startSimulated } from './start-simulated.ts'
import { whyNotStarted } from './why-not-started.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

// Whoever gets into the server must not be able to change what it has written.
const openBound = async (url: string, { DATABASE_AS_OWNER }: Settings): Promise<Database> => {
  const database = await openPostgres(url)
  await refuseOwner(database, DATABASE_AS_OWNER !== undefined)
  return database
}

const openDatabase = async (settings: Settings): Promise<Database> => {
  const { DATABASE_URL, MIGRATE_DATABASE_URL, LOG_LEVEL: level, folder, simulated } = settings
  say(DATABASE_URL ? 'Opening the database…' : `Opening the embedded database in ${folder}…`)
  if (MIGRATE_DATABASE_URL) await prepareDatabase(MIGRATE_DATABASE_URL, DATABASE_URL, pino({ level }, pino.destination(2)))
  if (DATABASE_URL) return openBound(DATABASE_URL, settings)
  const db = await openEmbedded(folder)
  if (!simulated) return db
  await migrate(db)
  const made = await madeAt(db)
  if (!made || !isStale(made, new Date())) return db
  say('The simulated clinic is more than thirty days old; a new one is made.')
  await db.close()
  rmSync(join(folder, 'database'), { recursive: true, force: true })
  rmSync(join(folder, 'anchors'), { recursive: true, force: true })
  return openEmbedded(folder)
}

const optionsFrom = (settings: Settings, db: Database): StartOptions => {
  const { PORT: port, HOST, PUBLIC_URL: publicUrl, SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = settings
  const { ANCHOR_DIR: anchorFolder, ANCHOR_MAIL: anchorMail } = settings
  return {
    db,
    port,
    secret: settings.SECRET_KEY,
    olderSecrets: settings.SECRET_KEY_OLD,
    refusesWrongClock: settings.CLOCK_CHECKED === undefined,
    hosts: HOST === '127.0.0.1' ? ['127.0.0.1', '::1'] : [HOST],
    proxies: settings.TRUSTED_PROXY,
    folder: settings.folder,
    log: pino({ level: settings.LOG_LEVEL }, pino.destination(2)),
    ...(publicUrl !== undefined && { publicUrl }),
    mailIsOpen: settings.MAIL_WITHOUT_TLS !== undefined,
    ...(smtpUrl !== undefined && { smtpUrl }),
    ...(mailFrom !== undefined && { mailFrom }),
    ...(anchorFolder !== undefined && { anchorFolder }),
    ...(anchorMail !== undefined && { anchorMail }),
  }
}

const openOwn = async (options: StartOptions): Promise<Running> => {
  const running = await startOwn(options)
  const { url, code } = running
  if (code !== null) say(`\nSet up the clinic at ${url}/set-up with this one-time code: ${code}`)
  say(`\nDripline is ready: ${url}\n`)
  return running
}

const openSimulated = async (options: StartOptions): Promise<Running> => {
  const running = await startSimulated(options)
  say(`\nDripline is ready: ${running.url}`)
  say(
    'This is a simulated clinic; no one in it is real. It plays its last nine months first: the sign-in page shows how far it is.\n',
  )
  running.opened.catch((error) => {
    process.stderr.write(`The play of the simulated clinic broke off: ${error instanceof Error ? error.stack : error}\n`)
  })
  return running
}

// Whoever started us has gone. Before we stand there is nothing to finish, and nobody who would end us later.
const leave = () => process.exit(0)
process.on('disconnect', leave)

const LONGEST_STOP_MS = 2500

const stopOn = (running: Running) => {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    // What is not committed by then is undone at the next start, as after any other end.
    setTimeout(leave, LONGEST_STOP_MS)
    await running.close()
    leave()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.off('disconnect', leave).on('disconnect', stop)
}

try {
  const settings = readSettings(process.env, process.argv.includes('--empty'))
  const options = optionsFrom(settings, await openDatabase(settings))
  stopOn(settings.simulated ? await openSimulated(options) : await openOwn(options))
} catch (error) {
  process.stderr.write(`${whyNotStarted(error)}\n`)
  process.exit(1)
}
