/**
 * Resets the lost second factor of an owner whom nobody else at the clinic can help, on the machine itself:
 * `npm run reset:second-factor -- --email owner@clinic.example --words "seen in person, license shown" [--host b.example]`.
 */
import { parseArgs } from 'node:util'
import { faultSaid, sayFault } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { pino } from 'pino'
import { emailOf } from './platform/auth/account.ts'
import { knownBy, resetIn } from './platform/auth/reset-second-factor.ts'
import { accountByEmail } from './platform/auth/store.ts'
import { inOneStep, openContext } from './platform/context.ts'
import { type Database, FolderInUse, openEmbedded, openPostgres } from './platform/database.ts'
import { databaseClock } from './platform/database-clock.ts'
import type { Ground } from './platform/ground.ts'
import { clinicOf } from './platform/host.ts'
import { uuid7 } from './platform/id.ts'
import { openJobs } from './platform/jobs.ts'
import { keysFrom } from './platform/keys.ts'
import { openLive } from './platform/live.ts'
import { openPostman } from './platform/mail.ts'
import { migrate, NotOurMigrations } from './platform/migrate.ts'
import { openSealer } from './platform/sealer.ts'
import { readSettings, type Settings, SettingsRefused } from './platform/settings.ts'

class Refused extends Error {}

type Asked = { readonly email: string; readonly words: string; readonly host: string | undefined }

const askedBy = (args: readonly string[]): Asked => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { email: text, words: text, host: text }, strict: false })
  const said = (value: unknown) => (typeof value === 'string' ? value : '')
  const words = knownBy.safeParse(said(values.words))
  const faults = [
    ...(/^[^@\s<>]+@[^@\s<>]+$/.test(said(values.email)) ? [] : ['--email: expected the address of an owner']),
    ...(words.success ? [] : [`--words: expected ${sayFault(faultSaid(words.error.issues[0]?.message ?? ''))}`]),
  ]
  if (!words.success || faults.length > 0) throw new Refused(faults.join('\n'))
  return { email: emailOf(said(values.email)), words: words.data, host: said(values.host) || undefined }
}

// What a step stands on, without pages and without listening.
const groundOn = async (database: Database, { SECRET_KEY, SECRET_KEY_OLD }: Settings) => {
  const log = pino({ level: 'error' }, pino.destination(2))
  const clock = await databaseClock(database, log)
  const ground: Ground = {
    database,
    clock: clock.now,
    stamp: clock.stamp,
    newId: uuid7,
    keys: keysFrom(SECRET_KEY, SECRET_KEY_OLD),
    jobs: await openJobs(database, log),
    live: await openLive(database),
    sealer: openSealer(database, log),
    postman: openPostman(undefined, 'nobody@localhost'),
    log,
    reader: readerOf('en'),
    origin: 'http://localhost',
    simulated: false,
    play: () => null,
  }
  return { ground, close: clock.close }
}

/** Resets the second factor of one owner of one clinic of the database that the environment names; gives the clinic's name. */
export const resetByCommand = async (env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> => {
  const { email, words, host } = askedBy(args)
  const settings = readSettings(env, true)
  const { DATABASE_URL, PUBLIC_URL, folder } = settings
  const database = DATABASE_URL ? await openPostgres(DATABASE_URL, { connections: 2 }) : await openEmbedded(folder)
  try {
    await migrate(database)
    const asked = host ?? (PUBLIC_URL ? new URL(PUBLIC_URL).hostname : 'localhost')
    const clinic = await clinicOf(database, asked)
    if (!clinic) throw new Refused(`--host=${asked}: expected the host name of a clinic here`)
    const { ground, close } = await groundOn(database, settings)
    const ctx = openContext(ground, { clinicId: clinic.id, actor: { kind: 'system', name: 'command' } })
    try {
      await inOneStep(ctx, 'reset-second-factor', async (tx) => {
        const account = await accountByEmail(tx, email)
        if (!account?.roles.includes('owner'))
          throw new Refused(
            `--email=${email}: expected the address of an owner; an owner resets everybody else’s under Clinic, Staff`,
          )
        if (account.passwordHash === null)
          throw new Refused(`--email=${email}: expected an owner who has a password to sign in by`)
        return resetIn(ctx, tx, { accountId: account.id, words, resetBy: null })
      })
      await ground.sealer.sealAll()
    } finally {
      close()
      await ground.jobs.stop()
    }
    return asked
  } finally {
    await database.close()
  }
}

if (import.meta.main) {
  try {
    const host = await resetByCommand(process.env, process.argv.slice(2))
    process.stdout.write(
      `Done at ${host}. They sign in with their password, and set up a new second factor before anything opens.\n`,
    )
    process.exit(0)
  } catch (error) {
    const known = [Refused, SettingsRefused, FolderInUse, NotOurMigrations]
    const isKnown = error instanceof Error && known.some((kind) => error instanceof kind)
    process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  }
}
