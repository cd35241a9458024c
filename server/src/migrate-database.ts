/** Brings the database that the environment names to the newest form: `npm run migrate`, as the owner that MIGRATE_DATABASE_URL names. */
import { pino } from 'pino'
import { prepareDatabase } from './platform/prepare-database.ts'
import { readSettings } from './platform/settings.ts'
import { whyNotStarted } from './why-not-started.ts'

try {
  const { MIGRATE_DATABASE_URL: owners, DATABASE_URL: servers, LOG_LEVEL: level } = readSettings(process.env, true)
  if (owners === undefined) {
    process.stderr.write('MIGRATE_DATABASE_URL: expected the address at which the owner of the database signs in.\n')
    process.exitCode = 1
  } else {
    await prepareDatabase(owners, servers, pino({ level }, pino.destination(2)))
    process.stdout.write('The database is of this version.\n')
  }
} catch (error) {
  process.stderr.write(`${whyNotStarted(error)}\n`)
  process.exitCode = 1
}
