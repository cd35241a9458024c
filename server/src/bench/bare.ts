import { Hono } from 'hono'
import type pg from 'pg'
import type { Database } from '../platform/database.ts'
import type { Share } from '../platform/shares.ts'

/**
 * The rows that the bare routes write and read: a chart entry's, a person's, a booking's columns, with the same keys and indexes, and no
 * trigger or row security. A booking's names people and clinicians who are not there, so that its times never meet: it has no keys to others.
 */
export const bareTables = `
  create table if not exists bench_event (like session_event including all);
  create table if not exists bench_person (like person including all);
  create table if not exists bench_appointment (like appointment including all);
  create table if not exists bench_text (size integer primary key, text text not null);
  do $$ declare key record; begin
    for key in select case conrelid when 'person'::regclass then 'bench_person' else 'bench_event' end as bare, conname as name,
        pg_get_constraintdef(oid) as said
      from pg_constraint where conrelid in ('person'::regclass, 'session_event'::regclass) and contype = 'f'
    loop
      continue when exists (select from pg_constraint where conrelid = key.bare::regclass and conname = key.name);
      execute format('alter table %I add constraint %I %s', key.bare, key.name, key.said);
    end loop;
  end $$;
`
export type Bare = 'event' | 'person' | 'appointment'

// What must differ from row to row, or the row would meet a key of its like.
const FRESH = new Set(['id', 'person_id', 'whose', 'clinician_id', 'chair_id'])

/** The statement that inserts one row like the last one the product wrote, under a new id. */
export const insertLike = async (database: Database, kind: Bare) => {
  const table = kind === 'event' ? 'session_event' : kind
  const client = await database.pool.connect()
  try {
    const { rows: columns } = await client.query<{ name: string; generated: boolean }>(
      `select column_name as name, is_generated = 'ALWAYS' or is_identity = 'YES' as generated
       from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
      [table],
    )
    const names = columns.filter(({ generated }) => !generated).map(({ name }) => name)
    const { rows } = await client.query(
      `select ${names.map((name) => `"${name}"::text`).join(', ')} from ${table} order by ctid desc limit 1`,
    )
    const values = names.map((name) => rows[0]?.[name] ?? null)
    const types = await typesOf(client, table, names)
    const { rows: visits } = await client.query<{ id: string }>('select id from session where clinic_id = $1', [
      values[names.indexOf('clinic_id')],
    ])
    return {
      name: `bare-${kind}`,
      text: `insert into bench_${kind} (${names.map((name) => `"${name}"`).join(', ')})
        values (${names.map((_, at) => `$${at + 1}::text::${types[at]}`).join(', ')})`,
      /** Its values, each time with what must differ: id, place in the log, time of a booking. */
      next: (turn: number) =>
        names.map((name, at) => {
          if (FRESH.has(name) && values[at] !== null) return crypto.randomUUID()
          if (name === 'seq') return String(turn)
          if (name === 'session_id') return visits[turn % visits.length]?.id ?? null
          return values[at]
        }),
    }
  } finally {
    client.release()
  }
}

const typesOf = async (client: pg.PoolClient, table: string, names: readonly string[]) => {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [table],
  )
  return names.map((name) => rows.find((row) => row.name === name)?.type ?? 'text')
}

/** Whose connections the product writes such a row on: somebody at a chair, or the public. */
export const shareWriting = (kind: Bare): Share => (kind === 'appointment' ? 'public' : 'chair')

/** One statement on a connection of the pool, and nothing else. */
export const alone = async (pool: pg.Pool, query: { name: string; text: string }, values: readonly unknown[]) => {
  const client = await pool.connect()
  try {
    return await client.query({ ...query, values: [...values] })
  } finally {
    client.release()
  }
}

/** Routes that do one INSERT or one SELECT and nothing else. */
export const bareRoutes = (database: Database) => {
  const statements = new Map<Bare, ReturnType<typeof insertLike>>()
  let turn = 0
  return new Hono()
    .post('/bench/insert/:kind', async (c) => {
      const kind = c.req.param('kind') as Bare
      const found = statements.get(kind) ?? insertLike(database, kind)
      statements.set(kind, found)
      const { name, text, next } = await found
      await c.req.text()
      turn += 1
      await alone(database.pools[shareWriting(kind)], { name, text }, next(process.pid * 1e6 + turn))
      return c.json({ ok: true }, 201)
    })
    .get('/bench/select/:size', async (c) => {
      const size = Number(c.req.param('size'))
      const { rows } = await alone(database.pool, { name: 'bare-select', text: 'select text from bench_text where size = $1' }, [
        size,
      ])
      return c.body(rows[0]?.text ?? '', 200, { 'content-type': 'application/json' })
    })
}
