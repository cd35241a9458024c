import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import type { Database } from './database.ts'

const folder = join(import.meta.dirname, '../migrations')

/** The migrations in their order, each with the checksum of its text. */
export const migrations = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })

const LOCK = 7_102_511

/** Thrown when the database is not one that this version can bring up to date; the words are for whoever starts the server. */
export class NotOurMigrations extends Error {
  override readonly name = 'NotOurMigrations'
}

type Done = ReadonlyMap<string, string>

// Older code on a newer database would write what the newer no longer reads.
const refuseForeign = (done: Done, ours: ReturnType<typeof migrations>): void => {
  const newer = [...done.keys()].filter((name) => !ours.some((each) => each.name === name)).sort()
  if (newer.length > 0)
    throw new NotOurMigrations(
      `The database was used by a newer version of Dripline (it knows ${newer.at(-1)}). Start that version, or restore a backup made before it.`,
    )
  const changed = ours.filter(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
  if (changed.length > 0)
    throw new NotOurMigrations(
      `The migration ${changed.map(({ name }) => name).join(', ')} was changed after it ran on this database. Install this version again, as it was released.`,
    )
}

// Who may make no table could only fail half way; whoever starts the server is told what to do instead.
const refuseWithoutOwner = async (client: PoolClient, pending: readonly { name: string }[]): Promise<void> => {
  const { rows } = await client.query<{ owns: boolean }>("select has_schema_privilege('public', 'create') as owns")
  if (pending.length === 0 || rows[0]?.owns) return
  throw new NotOurMigrations(
    `The database is not of this version yet (${pending.length} migrations, up to ${pending.at(-1)?.name}), and DATABASE_URL signs in as a role that owns nothing. Run \`npm run migrate\` with MIGRATE_DATABASE_URL set to the owner, or start with it set.`,
  )
}

const JOURNAL =
  'create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())'

const doneIn = async (client: PoolClient): Promise<Done> => {
  const { rows: there } = await client.query("select to_regclass('public.schema_migration') as name")
  if (there[0]?.name === null) return new Map()
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

/**
 * Brings the database to the newest form, forward only; one that a newer version used, or another than was released, is refused, and
 * so is one that has to be changed by a role that owns nothing.
 */
export const migrate = async (database: Database): Promise<void> => {
  const client = await database.pools.jobs.connect()
  try {
    // Of servers that start at once the others wait for the first; a table that is rewritten takes the time it takes.
    await client.query('set lock_timeout = 0; set statement_timeout = 0')
    await client.query(`select pg_advisory_lock(${LOCK})`)
    const [done, ours] = [await doneIn(client), migrations()]
    refuseForeign(done, ours)
    const pending = ours.filter(({ name }) => !done.has(name))
    await refuseWithoutOwner(client, pending)
    if (pending.length > 0) await client.query(JOURNAL)
    for (const { name, text, checksum } of pending) await apply(client, name, text, checksum)
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`)
    await client.query('reset lock_timeout; reset statement_timeout')
    client.release()
  }
}

const tablesWhere = async (client: PoolClient, condition: string) => {
  const secured = `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and ${condition}`
  return (await client.query<{ name: string }>(secured)).rows.map(({ name }) => name)
}
const everyTable = async (client: PoolClient, condition: string, action: string) => {
  for (const name of await tablesWhere(client, condition)) await client.query(`alter table ${name} ${action}`)
}

// Name and type of each column of the tables that are held against the trail; one that may be empty at first changes no row.
const formsOf = async (client: PoolClient): Promise<Map<string, Column[]>> => {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(
    `select t.tgrelid::regclass::text as name,
      array_agg(json_build_object('is', a.attname || ' ' || a.atttypid::regtype, 'fills', a.attnotnull or a.atthasdef)) as columns
    from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
    where t.tgfoid = to_regproc('note_written') group by t.tgrelid`,
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

type Column = { is: string; fills: boolean }

const isOtherForm = (before: readonly Column[], after: readonly Column[]) => {
  const [had, has] = [new Set(before.map((each) => each.is)), new Set(after.map((each) => each.is))]
  return before.some((each) => !has.has(each.is)) || after.some((each) => each.fills && !had.has(each.is))
}

// A migration is no step of a clinic: where it wrote rows, or changed what a row looks like, the trail says anew what they are.
const takeStock = async (client: PoolClient, before: Map<string, Column[]>) => {
  const { rows } = await client.query<{ wrote: string | null }>("select current_setting('app.wrote', true) as wrote")
  const touched = new Set((rows[0]?.wrote ?? '').split(',').filter(Boolean))
  for (const [name, after] of await formsOf(client)) if (isOtherForm(before.get(name) ?? after, after)) touched.add(name)
  await client.query("select set_config('app.wrote', '', true)")
  for (const name of touched) await client.query('select take_stock(id, $1::regclass) from clinic', [name])
}

// FORCE binds an owner too, so it is off while rows of every clinic are moved, and on every secured table before anybody else can
// look. With row_security off, what would still hide rows is an error and not a migration that changes nothing and says nothing.
const apply = async (client: PoolClient, name: string, text: string, checksum: string) => {
  try {
    await client.query('begin')
    await client.query("set local row_security = off; set local app.moving = 'on'")
    await everyTable(client, 'relforcerowsecurity', 'no force row level security')
    const before = await formsOf(client)
    await client.query(text)
    await takeStock(client, before)
    await everyTable(client, 'relrowsecurity and not relforcerowsecurity', 'force row level security')
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
