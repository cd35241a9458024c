import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { snapshotOf } from './database.ts'
import { openJobs } from './jobs.ts'
import { migrate, migrations } from './migrate.ts'

const folder = join(import.meta.dirname, '../../../node_modules/.cache/dripline')

/** A migrated, empty database, made once for each list of migrations and kept beside the packages: every worker of the tests starts from it. */
export const keptSnapshot = async (): Promise<Blob> => {
  const sums = createHash('sha256').update(
    migrations()
      .map(({ checksum }) => checksum)
      .join(),
  )
  const file = join(folder, `${sums.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(file)) return new Blob([readFileSync(file)])
  const snapshot = await snapshotOf(async (database) => {
    await migrate(database)
    await (await openJobs(database, pino({ level: 'silent' }))).stop()
  })
  await keep(file, snapshot)
  return snapshot
}

// A younger one may just be read by another worker.
const isOld = (path: string) => path.endsWith('.tar') && Date.now() - statSync(path).mtimeMs > 86_400_000

const keep = async (file: string, snapshot: Blob) => {
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (isOld(join(folder, old))) rmSync(join(folder, old), { force: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, Buffer.from(await snapshot.arrayBuffer()))
  renameSync(draft, file)
}
