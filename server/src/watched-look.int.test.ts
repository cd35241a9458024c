import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addPerson } from './care/people/add-person.ts'
import { type Ctx, inClinic } from './platform/context.ts'
import { inKeptLook } from './platform/kept-look.ts'
import { type Shown, shows, showsNobody } from './platform/shown.ts'
import { heldClock, testClinic, testGround } from './platform/testing.ts'
import { ownedTables } from './platform/watched-look.ts'

const NAME = 'Clover Samplett'
let ctx: Ctx
let personId = ''

beforeAll(async () => {
  ctx = await (await testClinic()).as('nurse')
  const person = { email: 'clover@example.org', phone: '+15405550163', state: 'VA', zone: 'America/New_York' }
  personId = (await addPerson(ctx, { ...person, name: NAME })).personId
})

type Row = { id: string; name: string }
const shapes: [string, (row: Row) => unknown][] = [
  ['a list', (row) => [row]],
  ['a list without ids', ({ name }) => [{ who: name }]],
  ['a file of commas', ({ name }) => [['Name'], [name]]],
  ['a printed page', ({ name }) => `<p>Record of ${name}</p>`],
  [
    'another standard’s resource',
    ({ id, name }) => ({ resourceType: 'Patient', identifier: [{ value: id }], name: [{ text: name }] }),
  ],
]

const byBuilder = (say: (row: Row) => Shown<unknown>) =>
  inClinic(ctx, 'test', async ({ db, clinicId }) =>
    say(await db.selectFrom('person').where('clinicId', '=', clinicId).select(['id', 'name']).executeTakeFirstOrThrow()),
  )
const byWords = (say: (row: Row) => Shown<unknown>) =>
  inClinic(ctx, 'test', async ({ db, clinicId }) => {
    const { rows } = await sql<Row>`select id, name from person where clinic_id = ${clinicId}`.execute(db)
    return say(rows[0] as Row)
  })
const kept = (say: (row: Row) => Shown<unknown>) =>
  inKeptLook(ctx, 'test', {
    of: ctx.newId(),
    load: ({ db, clinicId }) =>
      db.selectFrom('person').where('clinicId', '=', clinicId).select(['id', 'name']).executeTakeFirstOrThrow(),
    answer: say,
  })

test.each(shapes)('a look that shows a record in the shape of %s and names nobody fails', async (_, shape) => {
  for (const look of [byBuilder, byWords, kept]) {
    await expect(look((row) => showsNobody(shape(row)))).rejects.toThrow('shows rows of person and does not say whose')
    expect(await look((row) => shows([row.id], shape(row)))).toBeTruthy()
  }
})

test('a look that names one person and shows another’s rows fails too', async () => {
  const ofAppointment = inClinic(ctx, 'test', async ({ db }) => {
    const { rows } = await sql<{ personId: string }>`select id as person_id, name from person`.execute(db)
    return shows([ctx.newId()], rows)
  })
  await expect(ofAppointment).rejects.toThrow(personId)
})

test('a count, or a list in which nobody is left, needs to name nobody', async () => {
  expect(await byBuilder(() => showsNobody({ waiting: 1 }))).toEqual({ waiting: 1 })
  expect(await byBuilder(() => shows([], []))).toEqual([])
})

test('a row that says that it is nobody’s, like a delivery into the safe, may be shown without a name', async () => {
  const delivery = inClinic(ctx, 'test', async ({ db }) => {
    const { rows } = await sql`select null::uuid as person_id, name as lot from person`.execute(db)
    return showsNobody(rows)
  })
  expect(await delivery).toEqual(expect.arrayContaining([{ personId: null, lot: NAME }]))
})

test('what stands in the record of somebody who is named betrays nobody else who was read', async () => {
  const besides = inClinic(ctx, 'test', async ({ db }) => {
    const other = ctx.newId()
    const { rows } = await sql<{
      personId: string
    }>`select id as person_id, jsonb_build_object('before', name) as changed from person
      union all select ${other}::uuid, null from person`.execute(db)
    await sql`select ${other}::uuid as person_id, name from person`.execute(db)
    return shows(
      [personId],
      rows.filter((row) => row.personId === personId),
    )
  })
  expect(await besides).toEqual([{ personId, changed: { before: NAME } }])
})

test('every table that says whose its rows are is watched', async () => {
  const { kysely } = (await testGround(heldClock())).database
  const { rows } = await sql<{ name: string }>`select distinct c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name in ('person_id', 'patient_id') and c.table_name <> 'audit_read'
    union select tablename from pg_policies where policyname = 'own_person' order by 1`.execute(kysely)
  expect(rows.map(({ name }) => name).filter((name) => !ownedTables.includes(name))).toEqual([])
  expect(ownedTables.filter((name) => !rows.some((row) => row.name === name))).toEqual([])
})
