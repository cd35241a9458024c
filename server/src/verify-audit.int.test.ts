import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addChair } from './care/people/add-chair.ts'
import { anchorHeads } from './platform/anchor.ts'
import { type Database, openEmbedded } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'
import { groundOn, heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { type Ask, anchorKey, checkTrails } from './verify-audit.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
let folder = ''
let database: Database
let clinic: TestClinic

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dripline-'))
  database = await openEmbedded(join(folder, 'clinic'))
  await migrate(database)
  const clock = heldClock()
  const ground = await groundOn(database, clock)
  clinic = await testClinic(clock, ground)
  const owner = await clinic.as('owner')
  for (let i = 1; i <= 5; i++) await addChair(owner, { name: `chair ${i}` })
  await ground.sealer.sealAll()
  await anchorHeads(ground, join(folder, 'clinic'))
  for (let i = 6; i <= 8; i++) await addChair(owner, { name: `chair ${i}` })
  await ground.sealer.sealAll()
  await anchorHeads(ground, join(folder, 'clinic'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** What the check says after a superuser has changed something behind the triggers' backs; then it is undone. */
const after = async (tamper: (client: PoolClient) => Promise<unknown>, key = anchorKey(secret)): Promise<string[]> => {
  const client = await database.pool.connect()
  const ask: Ask = async (text, values) => (await client.query(text, values)).rows
  try {
    await client.query('begin')
    await client.query('alter table audit_line disable trigger all')
    await tamper(client)
    return (await checkTrails(ask, join(folder, 'clinic'), key)).map(({ says }) => says)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const nothing = async () => {}
const head = (client: PoolClient, seq: number) =>
  client.query('update audit_head set seq = $1, hash = (select hash from audit_line where seq = $1)', [seq])

describe('the check of the audit chain', () => {
  test('follows an untouched chain to its end', async () => {
    expect(await after(nothing)).toEqual(['ok 8 lines (Test clinic; 2 anchors)'])
  })

  test('finds one changed byte', async () => {
    const says = await after((client) =>
      client.query("update audit_line set entry = replace(entry, 'done', 'dona') where seq = 4"),
    )
    expect(says).toEqual([expect.stringMatching(/^bad line 4: its hash/)])
  })

  test('finds a removed line', async () => {
    const says = await after((client) => client.query('delete from audit_line where seq = 3'))
    expect(says).toEqual([expect.stringMatching(/^bad line 3: missing/)])
  })

  test('finds a line that was moved to another place', async () => {
    const says = await after(async (client) => {
      await client.query('delete from audit_line where seq = 2')
      await client.query('update audit_line set seq = 2 where seq = 6')
    })
    expect(says).toEqual([expect.stringMatching(/^bad line 2: /)])
  })

  test('finds a tail that was cut with the head put back, by its anchor', async () => {
    const says = await after(async (client) => {
      await client.query('delete from audit_line where seq > 6')
      await head(client, 6)
    })
    expect(says).toEqual([expect.stringMatching(/^bad line 7: missing; the chain once reached line 8/)])
  })

  test('finds a chain that was written anew after an anchored line', async () => {
    const says = await after(async (client) => {
      await client.query('delete from audit_line where seq > 4')
      const { rows } = await client.query('select hash from audit_line where seq = 4')
      let before = rows[0]?.hash
      for (let seq = 5; seq <= 8; seq++) {
        const entry = JSON.stringify({ seq, clinic: clinic.clinicId, verb: 'invented' })
        const hashed = await client.query("select encode(sha256(convert_to($1 || E'\\n' || $2, 'UTF8')), 'hex') as hash", [
          before,
          entry,
        ])
        before = hashed.rows[0]?.hash
        await client.query('insert into audit_line values ($1, $2, $3, $4)', [clinic.clinicId, seq, entry, before])
      }
      await head(client, 8)
    })
    expect(says).toEqual([expect.stringMatching(/^bad line 5: it is not the line that was anchored/)])
  })

  test('finds a head that is not the last line', async () => {
    expect(await after((client) => head(client, 7))).toEqual([expect.stringMatching(/^bad line 8: the head/)])
  })

  test('says what is not chained yet, and alarms when it waits longer than any sealer takes', async () => {
    const lay = (ago: string) => (client: PoolClient) =>
      client.query(
        "insert into audit_pending (clinic_id, pre, post, is_news, written_at) values ($1, '{', '}', false, now() - $2::interval)",
        [clinic.clinicId, ago],
      )
    expect(await after(lay('2 s'))).toEqual([expect.stringMatching(/^ok 8 lines .*; 1 not chained yet, the oldest for 2 s/)])
    expect(await after(lay('61 s'))).toEqual([expect.stringMatching(/^alarm 8 lines .*; 1 not chained yet, the oldest for 61 s/)])
  })

  test('does not believe an anchor that another key has signed, or that was changed', async () => {
    const other = anchorKey(Buffer.alloc(32, 8).toString('base64'))
    expect(await after(nothing, other)).toEqual([expect.stringMatching(/^bad line 5: the signature/)])
    const file = join(folder, 'clinic', 'anchors', `${clinic.clinicId}.jsonl`)
    const kept = await readFile(file, 'utf8')
    await writeFile(file, kept.replace('\\"seq\\":5', '\\"seq\\":4'))
    expect(await after(nothing)).toEqual([expect.stringMatching(/^bad line 4: the signature/)])
    await writeFile(file, kept)
    await appendFile(file, 'not an anchor\n')
    expect(await after(nothing)).toEqual([expect.stringMatching(/^bad line 0: an anchor cannot be read/)])
    await writeFile(file, kept)
  })
})

test('the command says so and ends with 0; while the server runs it refuses', async () => {
  const run = promisify(execFile)
  const env = { PATH: process.env.PATH, DATA_DIR: folder, SECRET_KEY: secret }
  const command = () => run(process.execPath, [join(import.meta.dirname, 'verify-audit.ts')], { env })
  await expect(command()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('Dripline is running') })
  await clinic.ground.jobs.stop()
  await database.close()
  expect((await command()).stdout).toBe('ok 8 lines (Test clinic; 2 anchors)\n')
})
