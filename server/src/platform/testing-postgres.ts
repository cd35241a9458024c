import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openPostgres } from './database.ts'
import type { Ground } from './ground.ts'
import { migrate } from './migrate.ts'
import { groundOn, type HeldClock } from './testing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Runs one statement as the server's superuser. */
export const asSuperuser = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

// A plain owner, as in production: FORCE binds him, so a migration that leans on being superuser fails here.
const OWNER = 'dripline_owner'
const makeOwner = (password: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${OWNER}') then create role ${OWNER} login createrole; end if;
  alter role ${OWNER} password '${password}';
end $$`

/** A database of its own on the lane's PostgreSQL server, empty, owned by a role that is no superuser. */
export const freshDatabase = async (server = inject('postgresUrl')): Promise<string> => {
  const name = `race_${randomBytes(6).toString('hex')}`
  await asSuperuser(server, makeOwner('race'))
  await asSuperuser(server, `create database ${name} owner ${OWNER}`)
  const url = new URL(server)
  url.username = OWNER
  url.password = 'race'
  url.pathname = `/${name}`
  return url.href
}

// What a rush of hundreds on a small machine takes; how long a server really waits has a test of its own.
const LONG_MS = 60_000
const UNHURRIED = { waitMs: LONG_MS, statementMs: LONG_MS, lockMs: LONG_MS, idleMs: LONG_MS, stepMs: LONG_MS, answerMs: LONG_MS }

/** A migrated database on a real PostgreSQL server, with a pool wide enough for a rush. */
export const postgresDatabase = async (url?: string, connections = 50): Promise<Database> => {
  const database = await openPostgres(url ?? (await freshDatabase()), { ...UNHURRIED, connections })
  await migrate(database)
  return database
}

/** A ground on real PostgreSQL; two of them on one address are two servers on one database. */
export const postgresGround = async (clock: HeldClock, url?: string): Promise<Ground> =>
  groundOn(await postgresDatabase(url), clock)
