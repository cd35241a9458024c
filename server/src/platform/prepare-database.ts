import pg from 'pg'
import type { Logger } from 'pino'
import { openPostgres } from './database.ts'
import { openJobs } from './jobs.ts'
import { migrate, NotOurMigrations } from './migrate.ts'

/**
 * Brings a PostgreSQL database to the newest form as its owner: tables, the queue's schema, and the rights of the role as which the server
 * signs in. That role is there already and owns nothing; `servers` is its address, DATABASE_URL.
 */
export const prepareDatabase = async (owners: string, servers: string | undefined, log: Logger): Promise<void> => {
  const database = await openPostgres(owners, { connections: 2 })
  try {
    await migrate(database)
    const jobs = await openJobs(database, log)
    await jobs.stop()
    const role = servers === undefined ? '' : decodeURIComponent(new URL(servers).username)
    if (role === '' || role === decodeURIComponent(new URL(owners).username)) return
    const { rows } = await database.pools.jobs.query('select from pg_roles where rolname = $1', [role])
    if (rows.length === 0)
      throw new NotOurMigrations(
        `DATABASE_URL signs in as ${role}, and there is no such role. Make it first: create role ${role} login password '…'`,
      )
    await database.pools.jobs.query(`grant app_server to ${pg.escapeIdentifier(role)}`)
  } finally {
    await database.close()
  }
}
