import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Database, FolderInUse, openEmbedded, openPostgres, withoutClinic } from './platform/database.ts'
import { uuid7 } from './platform/id.ts'
import { migrate } from './platform/migrate.ts'
import { newClinic, oneTimeCode } from './platform/new-clinic.ts'
import { readSettings, type Settings, SettingsRefused } from './platform/settings.ts'
import {
  isStale,
  madeAt,
  openSimulatedClinic,
  type SimulatedClinic,
  simulatedClock,
} from './simulated-clinic/simulated-clinic.ts'
import { type Running, type StartOptions, start } from './start.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const openDatabase = async ({ DATABASE_URL, folder, simulated }: Settings): Promise<Database> => {
  say(DATABASE_URL ? 'Opening the database…' : `Opening the embedded database in ${folder}…`)
  if (DATABASE_URL) return openPostgres(DATABASE_URL)
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
  return {
    db,
    port,
    secret: settings.SECRET_KEY,
    hosts: HOST === '127.0.0.1' ? ['127.0.0.1', '::1'] : [HOST],
    proxies: settings.TRUSTED_PROXY,
    folder: settings.folder,
    log: pino({ level: settings.LOG_LEVEL }, pino.destination(2)),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(smtpUrl !== undefined && { smtpUrl }),
    ...(mailFrom !== undefined && { mailFrom }),
  }
}

// A database without a clinic gets one that waits for its first owner; the code proves that the owner sits at this machine.
const startOwn = async (options: StartOptions): Promise<Running> => {
  const running = await start(options)
  const { ground, url } = running
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select(['id', 'setUpAt']).execute())
  if (clinics.length === 0) {
    const code = oneTimeCode(randomBytes)
    const at = ground.clock()
    await newClinic(ground.database, { id: uuid7(at), host: new URL(url).hostname, at, code })
    say(`\nSet up the clinic at ${url}/set-up with this one-time code: ${code}`)
  }
  say(`\nDripline is ready: ${url}\n`)
  return running
}

/** The simulated clinic plays its last months behind the open pages; sign-in opens when it has reached today. */
const startSimulated = async (options: StartOptions): Promise<Running> => {
  const clock = simulatedClock(() => new Date())
  let clinic: SimulatedClinic | undefined
  const progress = () => {
    const played = clinic?.play.progress()
    const opening = clock.now().toISOString()
    return played
      ? { at: played.at.toISOString(), until: played.until.toISOString(), isOver: played.isOver }
      : { at: opening, until: opening, isOver: false }
  }
  const running = await start({ ...options, clock: clock.now, play: progress })
  clinic = await openSimulatedClinic(running.ground, new Date())
  say(`\nDripline is ready: ${running.url}`)
  say(
    'This is a simulated clinic; nobody in it is real. It plays its last nine months first: the sign-in page shows how far it is.\n',
  )
  const { play, opening } = clinic
  const playing = play.run(opening).then(async () => {
    clock.run(play.reached)
    await running.beginClockwork()
  })
  const close = async () => {
    play.stop()
    await playing.catch(() => {})
    await running.close()
  }
  playing.catch((error) => {
    process.stderr.write(`The play of the simulated clinic broke off: ${error instanceof Error ? error.stack : error}\n`)
  })
  return { ...running, close }
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
  const settings = readSettings(process.env, process.argv.includes('--empty'))
  const options = optionsFrom(settings, await openDatabase(settings))
  stopOn(settings.simulated ? await startSimulated(options) : await startOwn(options))
} catch (error) {
  const known = error instanceof SettingsRefused || error instanceof FolderInUse
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}
