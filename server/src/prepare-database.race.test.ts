import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { emptyDatabase, freshDatabase, ownersOf } from './platform/testing-postgres.ts'
import { addressOf, program, server } from './testing-server.ts'

const clients: pg.Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))
const asking = async (connectionString: string) => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  clients.push(client)
  return async (text: string) => (await client.query(text)).rows
}
/** The same database, as the role that the server signs in as. */
const serversOf = (owners: string) => {
  const url = new URL(owners)
  url.username = 'dripline_server'
  return url.href
}
const SECRET_KEY = randomBytes(32).toString('base64')

test('the server signs in as a role that owns nothing, is no superuser, and can make, change and drop nothing', async () => {
  const ask = await asking(await freshDatabase())
  expect(
    await ask('select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user'),
  ).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }])
  const owned =
    "select (select count(*) from pg_class where relowner = to_regrole('dripline_server'))::int as tables, (select count(*) from pg_proc where proowner = to_regrole('dripline_server'))::int as functions"
  expect(await ask(owned)).toEqual([{ tables: 0, functions: 0 }])
  const tried = [
    'create table mine (id int)',
    'alter table audit_line disable trigger all',
    'drop policy own_clinic on person',
    'alter table person no force row level security',
    'delete from audit_line',
    "insert into schema_migration (name, checksum) values ('x', 'x')",
    'drop table pgboss.job',
  ]
  for (const text of tried) await expect([text, await ask(text).catch((error) => error.code)]).toEqual([text, '42501'])
  expect(await ask('select id from person')).toEqual([])
})

test('without the owner a server that finds migrations to run refuses in a sentence; `npm run migrate` makes everything it needs', async () => {
  const owners = await emptyDatabase()
  const DATABASE_URL = serversOf(owners)
  const refused = await server({ DATABASE_URL, SECRET_KEY, DATA_DIR: '/tmp/dripline-none' }, '--empty').ended
  expect(refused.code).toBe(1)
  expect(refused.wrong).toMatch(
    /^The database is not of this version yet [(]\d+ migrations, .* Run `npm run migrate` with MIGRATE_DATABASE_URL/,
  )
  const env = { DATABASE_URL, MIGRATE_DATABASE_URL: owners, SECRET_KEY, DATA_DIR: '/tmp/dripline-none' }
  expect(await program('migrate-database.ts', { env }).ended).toMatchObject({
    code: 0,
    said: 'The database is of this version.\n',
  })
  const ask = await asking(DATABASE_URL)
  expect(await ask("select name from pgboss.queue where name in ('deliver', 'clockwork') order by 1")).toHaveLength(2)
  const nobody = DATABASE_URL.replace('dripline_server', 'nobody_here')
  const unknown = await program('migrate-database.ts', { env: { ...env, DATABASE_URL: nobody } }).ended
  expect(unknown).toMatchObject({ code: 1, wrong: expect.stringMatching(/signs in as nobody_here, and there is no such role/) })
  expect(ownersOf(DATABASE_URL)).toBe(owners)
})

test('signed in as the owner of its tables a server refuses to start, in a sentence; whoever says that they know it is let', async () => {
  const owners = ownersOf(await freshDatabase())
  const env = { DATABASE_URL: owners, SECRET_KEY, DATA_DIR: '/tmp/dripline-none', PORT: '0' }
  const refused = await server(env, '--empty').ended
  expect(refused.code).toBe(1)
  expect(refused.wrong).toMatch(
    /^DATABASE_URL signs in as \w+, who (owns its tables|is bound by no row level security): .*MIGRATE_DATABASE_URL/,
  )
  expect(refused.wrong.trim().split('\n')).toHaveLength(1)
  const taken = server({ ...env, DATABASE_AS_OWNER: 'the server may change every table and every line' }, '--empty')
  expect((await fetch(`${await addressOf(taken)}/readyz`)).status).toBe(200)
  await taken.kill('SIGTERM')
})
