import pg from 'pg'
import type { Database } from '../platform/database.ts'

/** What is no clinic's own copy: each has a host of its own, and the trail of a copy begins with it. */
const APART = new Set(['clinic_host', 'audit_line', 'audit_pending'])

/** Copies a clinic with everything in it under another id, as no product does: a trial begins each visit from the same place. */
export const cloneClinic = async ({ pool }: Database, from: string, to: string): Promise<void> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `select table_name as name, array_agg(column_name::text) filter (where column_name <> 'clinic_id') as columns
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
       group by table_name having bool_or(column_name = 'clinic_id')`,
    )
    await client.query('begin')
    await client.query("set local session_replication_role = 'replica'")
    await client.query(
      'insert into clinic select (jsonb_populate_record(clinic, jsonb_build_object($$id$$, $2::text))).* from clinic where id = $1',
      [from, to],
    )
    await client.query('insert into clinic_host (host, clinic_id) values ($1, $2)', [`${to}.localhost`, to])
    for (const { name, columns } of rows) {
      if (APART.has(name)) continue
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      const table = pg.escapeIdentifier(name)
      await client.query(`insert into ${table} (clinic_id, ${list}) select $2, ${list} from ${table} where clinic_id = $1`, [
        from,
        to,
      ])
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}
