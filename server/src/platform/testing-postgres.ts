import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { type Database, openPostgres } from './database.ts'
import type { Ground } from './ground.ts'
import { migrate } from './migrate.ts'
import { prepareDatabase } from './prepare-database.ts'
import { groundOn, type HeldClock } from './testing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Runs what is given, one statement or several that hold together, as the server's superuser. */
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
const makeRole = (name: string, rights: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${rights}; end if;
  alter role ${name} password '${PASSWORD}';
end $$`

// And as in production the server signs in as somebody who owns nothing.
const SERVER = 'dripline_server'
const PASSWORD = 'race'

const at = (url: string, username: string, database?: string): string => {
  const address = new URL(url)
  address.username = username
  address.password = PASSWORD
  if (database !== undefined) address.pathname = `/${database}`
  return address.href
}

/** Where the owner of a server's database signs in. */
export const ownersOf = (url: string): string => at(url, OWNER)

// Roles are the whole server's, and two workers make them: one after the other, or the second would fail at what the first has changed.
const ROLES = `select pg_advisory_xact_lock(4711); ${makeRole(OWNER, 'login createrole')}; ${makeRole(SERVER, 'login')}`

const newDatabase = async (server: string, like = 'template1'): Promise<string> => {
  const name = `race_${randomBytes(6).toString('hex')}`
  await asSuperuser(server, `create database ${name} owner ${OWNER} template ${like}`)
  return name
}

/** An empty database of its own on the lane's PostgreSQL server, as its owner, who is no superuser. */
export const emptyDatabase = async (server = inject('postgresUrl')): Promise<string> => {
  await asSuperuser(server, ROLES)
  return at(server, OWNER, await newDatabase(server))
}

const prepared = async (server: string): Promise<string> => {
  const owners = await emptyDatabase(server)
  await prepareDatabase(owners, at(owners, SERVER), pino({ level: 'silent' }))
  return new URL(owners).pathname.slice(1)
}

const shared = globalThis as typeof globalThis & { driplineTemplates?: Map<string, Promise<string>> }

/**
 * A database of its own, migrated by its owner, at which the server signs in as a role that owns nothing. Only the first of a worker is
 * migrated: the others are copies of it from before anybody used it.
 */
export const freshDatabase = async (server = inject('postgresUrl')): Promise<string> => {
  shared.driplineTemplates ??= new Map()
  const template = shared.driplineTemplates.get(server) ?? prepared(server)
  shared.driplineTemplates.set(server, template)
  return at(server, SERVER, await newDatabase(server, await template))
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
