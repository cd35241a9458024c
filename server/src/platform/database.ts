import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from '@dripline/clinical'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './database.generated.ts'
import { leasesOf } from './lease.ts'
import { lineBefore, type Waits } from './line.ts'
import { listenTo } from './listen.ts'
import { type Bounds, bounds, poolOf, type Share, sinceSeventeen, warmed } from './shares.ts'
import type { Standing, WhyNot } from './standing.ts'

export type { DB } from './database.generated.ts'

/** One step or one look inside one clinic: every query goes through `db`, and row level security knows the clinic. */
export type Tx = {
  readonly db: Transaction<DB>
  readonly clinicId: string
  /** The database it is a transaction of, for what is kept beside it. */
  readonly database: Database
  /** It only looks: what it sees is committed. */
  readonly isLook?: boolean
}

export type Database = {
  readonly kind: 'embedded' | 'postgres'
  /** Each share's connections as the driver gives them; migrations take the clockwork's, which are patient. */
  readonly pools: Readonly<Record<Share, pg.Pool>>
  /** The chair's. */
  readonly pool: pg.Pool
  /** Each share's connections, one at a time. */
  readonly leases: Readonly<Record<Share, PostgresPool>>
  /** The same database through each share's connections. */
  readonly shares: Readonly<Record<Share, Kysely<DB>>>
  /** The chair's. */
  readonly kysely: Kysely<DB>
  /** Calls back with each payload on the channel; call it once, at start, outside any step. */
  listen(channel: string, heard: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

const DATE = 1082
pg.types.setTypeParser(DATE, (text) => text)

const kyselyOver = (pool: PostgresPool) =>
  new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })

type Shared = Pick<Database, 'leases' | 'shares' | 'kysely'>
const sharesOver = (leasesOfShare: (share: Share) => PostgresPool): Shared => {
  const leases = { chair: leasesOfShare('chair'), public: leasesOfShare('public'), jobs: leasesOfShare('jobs') }
  const shares = { chair: kyselyOver(leases.chair), public: kyselyOver(leases.public), jobs: kyselyOver(leases.jobs) }
  return { leases, shares, kysely: shares.chair }
}

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
  return embeddedOver(lite, folder === undefined ? IN_MEMORY : IN_A_FOLDER, lock)
}

/** What an embedded database in memory holds after it was prepared: another one opened from it starts there. */
export const snapshotOf = async (prepare: (database: Database) => Promise<void>): Promise<Blob> => {
  const lite = await PGlite.create({ extensions })
  const database = embeddedOver(lite, IN_MEMORY)
  await prepare(database)
  const snapshot = await lite.dumpDataDir('none')
  await database.close()
  return snapshot
}

/** In tests a second connection inside a step must fail loudly, and soon. */
const IN_MEMORY: Waits = { chair: 2000, public: 2000, jobs: 2000 }
const IN_A_FOLDER: Waits = { chair: 10_000, public: 2000, jobs: 60_000 }

const embeddedOver = (lite: PGlite, waits: Waits, lock?: DatabaseSync): Database => {
  const pool = embeddedPool(lite, waits.jobs)
  const inLine = lineBefore(pool, waits)
  return {
    kind: 'embedded',
    pools: { chair: pool, public: pool, jobs: pool },
    pool,
    ...sharesOver((share) => leasesOf(inLine(share), pool)),
    listen: async (channel, heard) => {
      await lite.listen(channel, heard)
    },
    close: async () => {
      await ended([pool])
      await lite.close()
      lock?.close()
    },
  }
}

const LONGEST_END_MS = 1500
const ended = (pools: readonly pg.Pool[]) =>
  Promise.race([Promise.all(pools.map((pool) => pool.end())), new Promise((done) => setTimeout(done, LONGEST_END_MS))])

/** The one connection of an embedded database as a pool; a second checkout fails loudly after `waitMs`. */
export const embeddedPool = (lite: PGlite, waitMs: number) => {
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: waitMs })
  pool.on('error', () => {})
  // Every connection is the same session: what an earlier one prepared is still there under its name.
  pool.on('connect', (client) => void client.query('deallocate all').catch(() => {}))
  return pool
}

/** Opens a PostgreSQL server, each share with its own connections; lost listeners come back by themselves. */
export const openPostgres = async (url: string, given: Partial<Bounds> = {}): Promise<Database> => {
  const older = await sinceSeventeen(url)
  const open = (share: Share) => poolOf(url, { ...bounds[share], ...older, ...given })
  const pools = { chair: open('chair'), public: open('public'), jobs: open('jobs') }
  if (given.connections === undefined) await Promise.all([warmed(pools.chair, bounds.chair), warmed(pools.public, bounds.public)])
  const listeners = listenTo(url)
  const close = async () => {
    listeners.close()
    await ended(Object.values(pools))
  }
  return {
    kind: 'postgres',
    pools,
    pool: pools.chair,
    ...sharesOver((share) => leasesOf(() => pools[share].connect(), pools[share])),
    listen: listeners.listen,
    close,
  }
}

/**
 * Runs `work` in one transaction inside one clinic, as the role that owns nothing, on this share's connections; where it is somebody's who
 * signed in, the statement that opens it asks whether they still stand.
 */
export const inTransaction = <T>(
  database: Database,
  clinicId: string,
  work: (tx: Tx) => Promise<T>,
  share: Share = 'chair',
  standing: Standing | null = null,
): Promise<T> =>
  database.shares[share].transaction().execute(async (db) => {
    const { rows } = await enter(clinicId, standing).execute(db)
    const fault = rows[0]?.fault
    if (fault) throw new Problem(fault)
    return work({ db, clinicId, database })
  })

const enter = (clinicId: string, standing: Standing | null) =>
  sql<{ fault: WhyNot | null }>`select set_config('role', 'app_user', true), set_config('app.clinic_id', ${clinicId}, true), ${
    standing
      ? sql`why_not_standing(${clinicId}, ${standing.signInId}, ${[...standing.roles]}, ${standing.opensLocked})`
      : sql`null`
  } as fault`

/** Reads what is readable without a clinic: the clinics and their hosts. */
export const withoutClinic = <T>(
  database: Database,
  work: (db: Transaction<DB>) => Promise<T>,
  share: Share = 'chair',
): Promise<T> =>
  database.shares[share].transaction().execute(async (db) => {
    await sql`select set_config('role', 'app_user', true), set_config('app.clinic_id', '', true)`.execute(db)
    return work(db)
  })

/** A value for a jsonb column; the driver would send an array as a PostgreSQL array. */
export const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`
