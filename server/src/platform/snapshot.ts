import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely'
import type { DB } from './database.generated.ts'
import type { Database, Tx } from './database.ts'
import type { Share } from './shares.ts'

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true })

// Whoever asks for a connection gets this one, also while it answers others: what is asked together goes out together.
const buildersOf = (query: PostgresPoolClient['query'], { options, end }: PostgresPool): Kysely<DB> => {
  const shared: PostgresPoolClient = { query, release: () => {} }
  const pool: PostgresPool = { options, end, connect: async () => shared }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase] })
}

// The embedded database answers one after the other.
const oneByOne = ({ query }: PostgresPoolClient): PostgresPoolClient['query'] => {
  let before: Promise<unknown> = Promise.resolve()
  const asked = (text: string, values: readonly unknown[]) => {
    const mine = before.then(() => query(text, values))
    before = mine.catch(() => {})
    return mine
  }
  // Nothing here reads by a cursor.
  return asked as PostgresPoolClient['query']
}

const BEGIN = 'begin isolation level repeatable read, read only'
const INSIDE = `select set_config('role', 'app_user', true), set_config('app.clinic_id', $1, true)`

/**
 * Reads inside one clinic, all of it as of one moment, and can write nothing. What is asked at once (`Promise.all`) is one round trip where
 * the driver can send without waiting; opening and closing it cost none.
 */
export const inOneSnapshot = async <T>(
  database: Database,
  clinicId: string,
  share: Share,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const lease = database.leases[share]
  const client = await lease.connect()
  const query = database.kind === 'embedded' ? oneByOne(client) : client.query
  const close = (how: 'commit' | 'rollback') =>
    query(how, []).then(
      () => client.release(),
      () => client.release(),
    )
  try {
    const opened = Promise.all([query(BEGIN, []), query(INSIDE, [clinicId])])
    // The builder has all that it needs of a transaction; what it would add is a line in which every query waits for the one before.
    const db = buildersOf(query, lease) as unknown as Transaction<DB>
    const [, answer] = await Promise.all([opened, work({ db, clinicId, database, isLook: true })])
    void close('commit')
    return answer
  } catch (error) {
    await close('rollback')
    throw error
  }
}
