import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { type Database, openEmbedded } from '../../platform/database.ts'
import { migrate, migrations } from '../../platform/migrate.ts'
import type { readingsOf } from './readings.ts'

type Readings = Awaited<ReturnType<typeof readingsOf>>

type Kept = {
  clinicId: string
  /** As its own code read it: an older one knew fewer names. */
  readings: Pick<Readings, 'visits' | 'orders' | 'safe' | 'lines'>
  rows: Record<string, string[]>
}

/** A database as an earlier commit left it, brought to today's form by our own migrations; `readings` is what that commit read from it. */
export const openKept = async (name: string): Promise<{ database: Database; clinicId: string; readings: Kept['readings'] }> => {
  const file = join(import.meta.dirname, name)
  const { clinicId, readings, rows }: Kept = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8'))
  const database = await openEmbedded()
  await asItWas(database, rows)
  await migrate(database)
  return { database, clinicId, readings }
}

const asItWas = async ({ pool }: Database, rows: Kept['rows']) => {
  const applied = new Set((rows.schema_migration ?? []).map((row) => (JSON.parse(row) as { name: string }).name))
  const client = await pool.connect()
  try {
    await client.query(
      'create table schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    for (const { name, text } of migrations()) if (applied.has(name)) await client.query(text)
    await client.query("set session_replication_role = 'replica'")
    for (const [table, kept] of Object.entries(rows)) await putBack(client, table, kept)
    await client.query("set session_replication_role = 'origin'")
  } finally {
    client.release()
  }
}

const putBack = async (client: pg.PoolClient, table: string, kept: readonly string[]) => {
  const name = pg.escapeIdentifier(table)
  // What the database works out by itself is not told to it.
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [name],
  )
  const columns = rows.map((column) => pg.escapeIdentifier(column.name)).join(', ')
  await client.query(`delete from ${name}`)
  await client.query(
    `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
    [`[${kept.join(',')}]`],
  )
}
