import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './database.generated.ts'

export type { DB } from './database.generated.ts'

/** One step or one look inside one clinic: every query goes through `db`, and row level security knows the clinic. */
export type Tx = { readonly db: Transaction<DB>; readonly clinicId: string }

export type Database = {
  readonly kind: 'embedded' | 'postgres'
  readonly pool: pg.Pool
  readonly kysely: Kysely<DB>
  /** Calls back with each payload on the channel; call it once, at start, outside any step. */
  listen(channel: string, heard: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

const DATE = 1082
pg.types.setTypeParser(DATE, (text) => text)

const kyselyOver = (pool: pg.Pool) =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })

/** Thrown when another process holds the folder of the embedded database. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  constructor(folder: string) {
    super(`Another Dripline is using ${folder}. Stop that one first, or set DATA_DIR to another folder.`)
  }
}

// The kernel frees this lock when the process dies, however it dies; a pid file would not.
const holdFolder = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new FolderInUse(folder)
  }
  return lock
}

const extensions = { btree_gist }

// A first start that is killed would leave half a database, which no later start could open: it gets its name when it is whole.
const placeIn = async (folder: string): Promise<string> => {
  const place = join(folder, 'database')
  if (existsSync(place)) return place
  const draft = join(folder, 'database.making')
  rmSync(draft, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: draft, extensions })).close()
  renameSync(draft, place)
  return place
}

/** Opens the embedded database in a folder this process then owns, or in memory when no folder is named. */
export const openEmbedded = async (folder?: string, snapshot?: Blob): Promise<Database> => {
  const lock = folder === undefined ? undefined : holdFolder(folder)
  const lite = await PGlite.create({
    ...(folder !== undefined && { dataDir: await placeIn(folder) }),
    ...(snapshot && { loadDataDir: snapshot }),
    extensions,
  })
  return embeddedOver(lite, folder === undefined ? 2000 : 60_000, lock)
}

/** What an embedded database in memory holds after it was prepared: another one opened from it starts there. */
export const snapshotOf = async (prepare: (database: Database) => Promise<void>): Promise<Blob> => {
  const lite = await PGlite.create({ extensions })
  const database = embeddedOver(lite, 2000)
  await prepare(database)
  const snapshot = await lite.dumpDataDir('none')
  await database.close()
  return snapshot
}

const embeddedOver = (lite: PGlite, waitMs: number, lock?: DatabaseSync): Database => {
  const pool = embeddedPool(lite, waitMs)
  return {
    kind: 'embedded',
    pool,
    kysely: kyselyOver(pool),
    listen: async (channel, heard) => {
      await lite.listen(channel, heard)
    },
    close: async () => {
      await Promise.race([pool.end(), new Promise((done) => setTimeout(done, 1500))])
      await lite.close()
      lock?.close()
    },
  }
}

/** The one connection of an embedded database as a pool; a second checkout fails loudly after `waitMs`. */
export const embeddedPool = (lite: PGlite, waitMs: number) => {
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: waitMs })
  pool.on('error', () => {})
  return pool
}

const RECONNECT_MS = 500

/** Opens a PostgreSQL server; lost listeners come back by themselves. */
export const openPostgres = async (url: string, max = 10): Promise<Database> => {
  const pool = new pg.Pool({ connectionString: url, max, statement_timeout: 30_000 })
  pool.on('error', () => {})
  const listeners: pg.Client[] = []
  let closed = false
  const listen = async (channel: string, heard: (payload: string) => void): Promise<void> => {
    const client = new pg.Client({ connectionString: url })
    let lost = false
    const again = () => {
      if (lost || closed) return
      lost = true
      setTimeout(
        () =>
          listen(channel, heard)
            .then(() => heard(''))
            .catch(again),
        RECONNECT_MS,
      )
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', (news) => heard(news.payload ?? ''))
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    listeners.push(client)
  }
  const close = async () => {
    closed = true
    await Promise.allSettled(listeners.map((client) => client.end()))
    await Promise.race([pool.end(), new Promise((done) => setTimeout(done, 1500))])
  }
  return { kind: 'postgres', pool, kysely: kyselyOver(pool), listen, close }
}

/** Runs `work` in one transaction inside one clinic, as the role that owns nothing. */
export const inTransaction = <T>(database: Database, clinicId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.kysely.transaction().execute(async (db) => {
    await sql`select set_config('role', 'app_user', true), set_config('app.clinic_id', ${clinicId}, true)`.execute(db)
    return work({ db, clinicId })
  })

/** Reads what is readable without a clinic: the clinics and their hosts. */
export const withoutClinic = <T>(database: Database, work: (db: Transaction<DB>) => Promise<T>): Promise<T> =>
  database.kysely.transaction().execute(async (db) => {
    await sql`select set_config('role', 'app_user', true), set_config('app.clinic_id', '', true)`.execute(db)
    return work(db)
  })

/** A value for a jsonb column; the driver would send an array as a PostgreSQL array. */
export const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`
