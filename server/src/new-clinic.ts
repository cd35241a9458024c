/** Adds a clinic to the database the environment names: `npm run clinic:new -- --host b.example`, and prints its one-time code. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Database, FolderInUse, openEmbedded, openPostgres, withoutClinic } from './platform/database.ts'
import { uuid7 } from './platform/id.ts'
import { migrate } from './platform/migrate.ts'
import { newClinic, oneTimeCode } from './platform/new-clinic.ts'
import { readSettings, SettingsRefused } from './platform/settings.ts'

class Refused extends Error {}

const hostAsked = (args: readonly string[]): string => {
  const { values } = parseArgs({ args: [...args], options: { host: { type: 'string' } }, strict: false })
  const host = typeof values.host === 'string' ? values.host.toLowerCase().replace(/\.$/, '') : ''
  if (!/^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/.test(host))
    throw new Refused(`--host${host === '' ? '' : `=${host}`}: expected the host name of the new clinic, like b.example`)
  return host
}

/** Makes a clinic at a host name that no other clinic has; gives the one-time code for its set-up page. */
export const addClinic = async (env: NodeJS.ProcessEnv, args: readonly string[]): Promise<{ host: string; code: string }> => {
  const host = hostAsked(args)
  const settings = readSettings(env, true)
  const database = settings.DATABASE_URL ? await openPostgres(settings.DATABASE_URL) : await openEmbedded(settings.folder)
  try {
    await migrate(database)
    const firstHost = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).hostname : undefined
    await refuseUnnamed(database, host, firstHost)
    const [at, code] = [new Date(), oneTimeCode(randomBytes)]
    await newClinic(database, { id: uuid7(at), host, at, code }, firstHost)
    return { host, code }
  } finally {
    await database.close()
  }
}

// With a second clinic both are known by their hosts alone, so the first one must have its own.
const refuseUnnamed = async (database: Database, host: string, firstHost: string | undefined) => {
  const clinics = await withoutClinic(database, (db) =>
    db.selectFrom('clinic').leftJoin('clinicHost', 'clinicHost.clinicId', 'clinic.id').select(['clinic.id', 'host']).execute(),
  )
  if (clinics.some((clinic) => clinic.host === host))
    throw new Refused(`--host=${host}: expected a host name that no clinic here has yet`)
  if (clinics.every((clinic) => clinic.host !== null)) return
  if (firstHost === undefined)
    throw new Refused('PUBLIC_URL: expected the address of the first clinic, which has no host name yet')
  if (firstHost === host) throw new Refused(`--host=${host}: expected another host than PUBLIC_URL, which is the first clinic’s`)
}

if (import.meta.main) {
  try {
    const { host, code } = await addClinic(process.env, process.argv.slice(2))
    process.stdout.write(`A new clinic waits at ${host}. Open /set-up there with this one-time code: ${code}\n`)
  } catch (error) {
    const isKnown = error instanceof Refused || error instanceof SettingsRefused || error instanceof FolderInUse
    process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}
