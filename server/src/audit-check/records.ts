import { createHash } from 'node:crypto'
import { type Ask, Bad, type Row } from './ask.ts'

const AT_ONCE = 2000
const GONE = 'gone'

type Written = { readonly line: number; readonly hash: string }

const lineSays = ({ line }: Written) => (Number.isFinite(line) ? `line ${line}` : 'a line that is not chained yet')

/** What the lines say of every record, by table and key: the last word counts. */
export const recordsSaid = () => {
  const said = new Map<string, Written>()
  return {
    said,
    read: ({ wrote }: Row, line: number) => {
      if (!Array.isArray(wrote)) return
      for (const each of wrote) {
        const text = String(each)
        const cut = text.lastIndexOf(' ')
        said.set(text.slice(0, cut), { line, hash: text.slice(cut + 1) })
      }
    },
  }
}

const heldTables = async (ask: Ask, said: ReadonlyMap<string, Written>): Promise<string[]> => {
  const marked = await ask(
    "select tgrelid::regclass::text as name from pg_trigger where tgname = 'says_what_was_written' and tgrelid <> 'audit_pending'::regclass",
  )
  return [
    ...new Set([...marked.map(({ name }) => String(name)), ...[...said.keys()].map((key) => key.slice(0, key.indexOf(' ')))]),
  ]
}

const keysOf = async (ask: Ask, table: string): Promise<string[]> => {
  const rows = await ask(
    `select a.attname as name from pg_index x, unnest(x.indkey::int2[]) with ordinality as k (n, i), pg_attribute a
     where x.indrelid = to_regclass($1) and x.indisprimary and a.attrelid = x.indrelid and a.attnum = k.n order by k.i`,
    [table],
  )
  return rows.map(({ name }) => String(name)).filter((name) => name !== 'clinic_id')
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const holdRow = (name: string, said: string, open: Map<string, Written>) => {
  const written = open.get(name)
  if (!written || written.hash === GONE) throw new Bad(`bad record ${name}: no line says that it was written`)
  if (createHash('sha256').update(said).digest('base64') !== written.hash)
    throw new Bad(`bad record ${name}: it is not what ${lineSays(written)} wrote`)
  open.delete(name)
}

/** Holds every row of one table against what the lines say of it; takes what it found out of `open`. */
const holdTable = async (ask: Ask, clinicId: string, table: string, open: Map<string, Written>): Promise<number> => {
  const keys = await keysOf(ask, table)
  if (keys.length === 0) throw new Bad(`bad table ${table}: it is gone`)
  const key = keys.map((name) => `(to_jsonb(r) ->> '${name}')`).join(` || ' ' || `)
  await ask(
    `declare held no scroll cursor for select ${key} as key, jsonb_strip_nulls(to_jsonb(r))::text as said from ${quoted(table)} r where clinic_id = $1`,
    [clinicId],
  )
  let count = 0
  try {
    for (let more = true; more; ) {
      const rows = await ask(`fetch ${AT_ONCE} from held`)
      for (const row of rows) holdRow(`${table} ${row.key}`, String(row.said), open)
      count += rows.length
      more = rows.length === AT_ONCE
    }
  } finally {
    await ask('close held')
  }
  return count
}

/** Holds the clinic's records against its lines: none changed, none without a line, none that a line wrote and that is gone. Gives how many. */
export const holdRecords = async (ask: Ask, clinicId: string, said: ReadonlyMap<string, Written>): Promise<number> => {
  const open = new Map(said)
  let count = 0
  await ask("set timezone to 'UTC'")
  for (const table of (await heldTables(ask, said)).sort()) count += await holdTable(ask, clinicId, table, open)
  for (const [name, written] of open)
    if (written.hash !== GONE) throw new Bad(`bad record ${name}: ${lineSays(written)} wrote it, and it is gone`)
  return count
}

const minuteOf = (at: unknown) => Math.floor(new Date(String(at)).getTime() / 60_000)

/** The marks of reading that are still kept, one for each reader, view, patient and minute; each must have had its line. */
export const readMarks = async (ask: Ask, clinicId: string) => {
  const rows = await ask(
    'select actor, view, extract(epoch from minute)::bigint::text as at, patient_id::text as patient from audit_read where clinic_id = $1',
    [clinicId],
  )
  const open = new Set(rows.map(({ actor, view, at, patient }) => `${actor} ${view} ${Number(at) / 60} ${patient}`))
  return {
    read: ({ outcome, actor, verb, at, patients }: Row) => {
      if (open.size === 0 || outcome !== 'read' || !Array.isArray(patients)) return
      for (const patient of patients) open.delete(`${actor} ${verb} ${minuteOf(at)} ${patient}`)
    },
    hold: () => {
      const [first] = open
      if (first !== undefined) throw new Bad(`bad look ${first}: it was marked, and its line is gone`)
    },
  }
}
