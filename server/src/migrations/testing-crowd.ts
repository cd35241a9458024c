import pg from 'pg'

/** How many rows are added to each table that grows with a clinic. */
export const ROWS = 20_000
/** The tables that grow with a clinic's days: no look of its staff may walk one from end to end. */
export const GROWING = [
  'person',
  'person_word',
  'appointment',
  'message',
  'link',
  'session',
  'session_event',
  'plan',
  'infusion_order',
  'screening',
  'assessment',
  'assessment_answer',
  'call',
  'substance_line',
  'consent',
  'answer',
  'audit_line',
  'audit_read',
  'idempotency_key',
  'sign_in',
  'course_outcome',
  'course_mark',
  'decision',
] as const

const columnsOf = async (client: pg.Client, table: string) => {
  const { rows } = await client.query<{ name: string; type: string; free: boolean }>(
    `select column_name as name, udt_name as type, is_generated = 'NEVER' and is_identity = 'NO' as free
     from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  )
  return rows.filter(({ free }) => free)
}

// Like the row that is there, each with ids of its own and, counted back by a quarter of an hour, a time of its own.
const madeLike = ({ name, type }: { name: string; type: string }): string => {
  if (name === 'clinic_id') return 'clinic_id'
  if (type === 'uuid')
    return name === 'id' ? 'gen_random_uuid()' : `case when ${name} is null then null else gen_random_uuid() end`
  // Time alone will change them, and has not yet.
  if (name === 'holds_until') return `now() + interval '1000 days'`
  if (type === 'timestamptz') return `${name} - n * interval '15 minutes'`
  if (type === 'tstzrange')
    return `tstzrange(lower(${name}) - n * interval '15 minutes', upper(${name}) - n * interval '15 minutes')`
  if (type.startsWith('int') && /^(seq|issue|number|place|device_seq)$/.test(name)) return `${name} + ${ROWS} + n`
  if (name === 'word') return `'n ' || md5(n::text)`
  if (name.endsWith('hash') || name === 'key') return `md5(n::text || '${name}') || coalesce(${name}, '')`
  return `"${name}"`
}

/** Fills every growing table of a clinic with rows like its first one; the clinic must have one of each. Gives those it could not fill. */
export const crowdIn = async (url: string, clinicId: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const empty: string[] = []
  try {
    // Rows that hang on nothing: only how they are found is looked at.
    await client.query('set session_replication_role = replica')
    for (const table of GROWING) {
      const columns = await columnsOf(client, table)
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      const { rowCount } = await client.query(
        `insert into ${table} (${names}) select ${columns.map(madeLike).join(', ')}
         from (select * from ${table} where clinic_id = $1 limit 1) one, generate_series(1, ${ROWS}) n`,
        [clinicId],
      )
      if (rowCount !== ROWS) empty.push(table)
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return empty
}
