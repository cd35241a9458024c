import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../platform/migrate.ts'
import { heldClock, testGround } from '../platform/testing.ts'

type Column = { table: string; column: string; type: string; nullable: boolean; fallback: string | null }
type Key = { table: string; name: string; kind: 'p' | 'u' | 'x' | 'f'; columns: string[]; target: string | null }
type Table = { table: string; isSecured: boolean; isForced: boolean; policies: number }

/** What can be read without a clinic, and what no clinic owns. */
const everyones = ['clinic', 'clinic_host', 'schema_migration', 'clock_correction']

let columns: Column[] = []
let keys: Key[] = []
let tables: Table[] = []
let sequences: string[] = []
let proved: string[] = []

beforeAll(async () => {
  const { kysely } = (await testGround(heldClock())).database
  columns = (
    await sql<Column>`select table_name as "table", column_name as "column", data_type as type,
      is_nullable = 'YES' as nullable, column_default as fallback from information_schema.columns where table_schema = 'public'`.execute(
      kysely,
    )
  ).rows
  keys = (
    await sql<Key>`select c.conrelid::regclass::text as "table", c.conname as name, c.contype as kind, c.confrelid::regclass::text as target,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns
      from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'x', 'f')
      union all
      select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'u', null,
      array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.o)
      from pg_index i join pg_class t on t.oid = i.indrelid where i.indisunique and t.relnamespace = 'public'::regnamespace`.execute(
      kysely,
    )
  ).rows
  tables = (
    await sql<Table>`select t.relname as "table", t.relrowsecurity as "isSecured", t.relforcerowsecurity as "isForced",
      (select count(*)::int from pg_policy p where p.polrelid = t.oid) as policies
      from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')`.execute(kysely)
  ).rows
  proved = (
    await sql<{
      name: string
    }>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'says_what_was_written'`.execute(kysely)
  ).rows.map(({ name }) => name)
  sequences = (
    await sql<{
      name: string
    }>`select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`.execute(kysely)
  ).rows.map(({ name }) => name)
})

const owned = () => tables.filter(({ table }) => !everyones.includes(table))
const keysOfClinics = (...kinds: Key['kind'][]) =>
  keys.filter(({ table, kind }) => kinds.includes(kind) && !everyones.includes(table))

describe('every table of a clinic', () => {
  test('is there to be looked at', () => {
    expect(owned().length).toBeGreaterThan(20)
    expect(keysOfClinics('f').length).toBeGreaterThan(20)
  })

  test('says whose it is', () => {
    const said = columns.filter(({ column, type, nullable }) => column === 'clinic_id' && type === 'uuid' && !nullable)
    expect(owned().filter(({ table }) => !said.some((each) => each.table === table))).toEqual([])
  })

  test('is bound by row level security, its owner too', () => {
    expect(owned().filter(({ isSecured, isForced, policies }) => !isSecured || !isForced || policies === 0)).toEqual([])
  })

  test('has the clinic first in its primary key', () => {
    const primary = keysOfClinics('p')
    expect(owned().filter(({ table }) => !primary.some((key) => key.table === table))).toEqual([])
    expect(primary.filter(({ columns }) => columns[0] !== 'clinic_id')).toEqual([])
  })

  test('has the clinic in every unique and exclusion key', () => {
    expect(keysOfClinics('u', 'x').filter(({ columns }) => !columns.includes('clinic_id'))).toEqual([])
  })

  test('refers only to rows of its own clinic', () => {
    const outward = keysOfClinics('f').filter(({ target }) => target !== 'clinic')
    expect(outward.filter(({ columns, target }) => !columns.includes('clinic_id') || everyones.includes(target ?? ''))).toEqual(
      [],
    )
  })
})

/** What the machine keeps for itself; a change of these in the database changes nobody's record. */
const machines = [
  ...['audit_head', 'audit_line', 'audit_pending', 'audit_read', 'idempotency_key', 'device_entry'],
  ...['sign_in', 'device_pin', 'passkey', 'recovery_code', 'challenge', 'proof', 'link', 'link_mark'],
  ...['message', 'refused_address', 'letter_choice', 'person_word', 'time_hold', 'form_hold', 'open_visit', 'visit_head'],
  ...['course_outcome', 'course_mark', 'statement_count'],
]

test('every table is held against the trail, or is the machine’s own', () => {
  const told = proved.filter((table) => table !== 'audit_pending')
  expect(
    owned()
      .map(({ table }) => table)
      .filter((table) => !told.includes(table))
      .sort(),
  ).toEqual([...machines].sort())
})

test('no number is drawn from a sequence but the order in which lines wait for their own', () => {
  expect(sequences).toEqual(['audit_pending_n_seq'])
  expect(columns.filter(({ fallback }) => fallback?.includes('nextval'))).toEqual([])
})

test('records point backwards: no key refers to what comes later in the order of care', () => {
  const order = migrations().flatMap(({ text }) =>
    [...text.matchAll(/create table (?:if not exists )?(\w+)/g)].map(([, table]) => table),
  )
  const later = keys.filter(
    ({ kind, table, target }) => kind === 'f' && target !== null && order.indexOf(table) < order.indexOf(target),
  )
  expect(order.length).toBeGreaterThan(20)
  expect(later).toEqual([])
})
