import { expect, test } from 'vitest'
import { openEmbedded } from '../platform/database.ts'
import { migrate, migrations } from '../platform/migrate.ts'

const clinic = '00000000-0000-7000-8000-000000000001'
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [ann, annAgain, nurse, chair] = [id(11), id(12), id(21), id(31)]

/** A database as it stood before one person could be in one place only, with somebody who is in two. */
const yesterday = async () => {
  const database = await openEmbedded()
  const client = await database.pool.connect()
  const before = migrations().filter(({ name }) => name < '0010')
  await client.query(
    'create table schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  for (const { name, text, checksum } of before) {
    await client.query(text)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
  }
  await client.query(`select set_config('app.clinic_id', '${clinic}', false)`)
  await client.query(`insert into clinic (id, name, zone, crisis_lines, created_at) values ('${clinic}', 'C', 'America/New_York', '[]', now());
    insert into account (clinic_id, id, email, name, role, created_at) values ('${clinic}', '${nurse}', 'n@example.test', 'N', 'nurse', now());
    insert into staff (clinic_id, id, title, created_at) values ('${clinic}', '${nurse}', 'RN', now());
    insert into chair (clinic_id, id, name, position) values ('${clinic}', '${chair}', '1', 1);
    insert into person (clinic_id, id, name, email, phone, state, zone, created_at, merged_into) values
      ('${clinic}', '${ann}', 'Ann', 'a@example.test', '+15405550142', 'VA', 'America/New_York', now(), null),
      ('${clinic}', '${annAgain}', 'Ann', 'a@example.test', '+15405550142', 'VA', 'America/New_York', now(), '${ann}');`)
  const book = (n: number, person: string, place: 'call' | 'infusion', from: number, to: number) =>
    client.query(`insert into appointment (clinic_id, id, kind, person_id, clinician_id, chair_id, during, state, zone, created_at, changed_at)
      values ('${clinic}', '${id(100 + n)}', '${place}', '${person}', ${place === 'call' ? `'${nurse}'` : 'null'}, ${place === 'call' ? 'null' : `'${chair}'`},
      '[2026-12-01 ${from}:00+00, 2026-12-01 ${to}:00+00)', 'booked', 'America/New_York', now() + interval '${n} min', now())`)
  await book(1, ann, 'infusion', 10, 14)
  await book(2, annAgain, 'call', 11, 12)
  await book(3, annAgain, 'call', 15, 16)
  return { database, client }
}

test('yesterday’s rows in two places at once open, stay readable, and no new one joins them', async () => {
  const { database, client: before } = await yesterday()
  await before.query(`select set_config('app.clinic_id', '', false)`)
  before.release()
  await migrate(database)
  const client = await database.pool.connect()
  await client.query(`select set_config('app.clinic_id', '${clinic}', false)`)
  const { rows } = await client.query<{ whose: string; was_double: boolean }>(
    'select whose, was_double from appointment order by id',
  )
  expect(rows).toEqual([
    { whose: ann, was_double: false },
    { whose: ann, was_double: true },
    { whose: ann, was_double: false },
  ])
  const insert = `insert into appointment (clinic_id, id, kind, person_id, clinician_id, during, state, zone, created_at, changed_at)
    values ('${clinic}', '${id(109)}', 'call', '${annAgain}', '${nurse}', '[2026-12-01 13:00+00, 2026-12-01 13:15+00)', 'booked', 'America/New_York', now(), now())`
  await expect(client.query(insert)).rejects.toMatchObject({ constraint: 'one_place_at_a_time' })
  // Taken back, the record is another person’s: its times are its own again.
  await client.query(`update person set merged_into = null where id = '${annAgain}'`)
  await client.query(insert)
  await expect(client.query(`update person set merged_into = '${ann}' where id = '${annAgain}'`)).rejects.toMatchObject({
    constraint: 'one_place_at_a_time',
  })
  client.release()
  await database.close()
}, 60_000)
