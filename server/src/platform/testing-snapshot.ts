import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Database, openEmbedded, snapshotOf } from './database.ts'
import { openJobs } from './jobs.ts'
import { migrate, migrations } from './migrate.ts'

const folder = join(import.meta.dirname, '../../../node_modules/.cache/dripline')

// One for each list of migrations.
const fileOf = (ending: string) => {
  const sums = createHash('sha256').update(
    migrations()
      .map(({ checksum }) => checksum)
      .join(),
  )
  return join(folder, `${sums.digest('hex').slice(0, 16)}.${ending}`)
}

const prepare = async (database: Database) => {
  await migrate(database)
  await (await openJobs(database, pino({ level: 'silent' }))).stop()
}

/** A migrated, empty database, made once for each list of migrations and kept beside the packages: every worker of the tests starts from it. */
export const keptSnapshot = async (): Promise<Blob> => {
  const file = fileOf('tar')
  if (existsSync(file)) return new Blob([readFileSync(file)])
  const snapshot = await snapshotOf(prepare)
  await keep(file, snapshot)
  return snapshot
}

/** Lays such a database into a folder, where a server that starts there finds it: what a first start makes, without its seconds. */
export const layDatabase = async (into: string): Promise<void> => {
  const kept = fileOf('database')
  if (!existsSync(kept)) await keepDatabase(kept)
  cpSync(join(kept, 'database'), join(into, 'database'), { recursive: true })
}

const keepDatabase = async (kept: string) => {
  sweepOld()
  const draft = `${kept}.${process.pid}`
  const database = await openEmbedded(draft)
  await prepare(database)
  await database.close()
  try {
    renameSync(draft, kept)
  } catch (error) {
    // Another worker was quicker: its database is the same.
    if (!existsSync(kept)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

// A younger one may just be read by another worker.
const isOld = (path: string) => /[.](tar|database)$/.test(path) && Date.now() - statSync(path).mtimeMs > 86_400_000

const sweepOld = () => {
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (isOld(join(folder, old))) rmSync(join(folder, old), { force: true, recursive: true })
}

const keep = async (file: string, snapshot: Blob) => {
  sweepOld()
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, Buffer.from(await snapshot.arrayBuffer()))
  renameSync(draft, file)
}
