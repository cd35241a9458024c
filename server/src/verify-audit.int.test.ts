import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOutside } from './audit-check/anchors.ts'
import { checkLineProof } from './audit-check/line-proof.ts'
import { addChair } from './care/clinic/add-chair.ts'
import { anchorHeads } from './platform/anchor.ts'
import { inClinic } from './platform/context.ts'
import { type Database, openEmbedded } from './platform/database.ts'
import { sha256 } from './platform/keys.ts'
import { migrate } from './platform/migrate.ts'
import { shows } from './platform/shown.ts'
import { groundOn, heldClock, type TestClinic, takeStock, testClinic } from './platform/testing.ts'
import { cutAfter, rewrite } from './testing-tampering.ts'
import { anchorKey, checkTrails, verifyAudit } from './verify-audit.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
const key = anchorKey(secret)
let folder = ''
let database: Database
let clinic: TestClinic
const chairs: string[] = []
const anchors = () => join(folder, 'clinic', 'anchors')
const second = () => join(folder, 'second')
const fileOf = (place: string) => join(place, `${clinic.clinicId}.jsonl`)

// Lines 1 and 2 take stock of the fixtures, 3 to 7 and 8 to 10 add chairs and are anchored; 11 adds one and 12 is a look, and are not.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dripline-'))
  database = await openEmbedded(join(folder, 'clinic'))
  await migrate(database)
  const clock = heldClock()
  const ground = await groundOn(database, clock)
  clinic = await testClinic(clock, ground)
  const owner = await clinic.as('owner')
  await takeStock(ground, clinic.clinicId)
  const add = async (count: number) => {
    for (let i = 0; i < count; i++) chairs.push((await addChair(owner, { name: `chair ${chairs.length}` })).chairId)
    await ground.sealer.sealAll()
  }
  const anchor = () => anchorHeads(ground, { folders: [anchors(), second()] })
  await add(5)
  await anchor()
  await add(3)
  await anchor()
  await add(1)
  await inClinic(owner, 'room', async () => shows([owner.newId()], null))
  await ground.sealer.sealAll()
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

type Around = { signer?: typeof key | null; places?: string[] }

/** What the check says after a superuser has changed something behind the triggers' backs; then it is undone. */
const after = async (tamper: (client: PoolClient) => Promise<unknown>, { signer = key, places = [anchors()] }: Around = {}) => {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query("set local session_replication_role = 'replica'")
    await tamper(client)
    return await checkTrails(async (text, values) => (await client.query(text, values)).rows, readOutside(places), signer)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const nothing = async () => {}
type Case = { name: string; tamper: (client: PoolClient) => Promise<unknown>; says: RegExp }

const tamperings: Case[] = [
  {
    name: 'one changed byte',
    tamper: (client) => client.query("update audit_line set entry = replace(entry, 'done', 'dona') where seq = 4"),
    says: /^bad line 4: its hash/,
  },
  {
    name: 'a removed line',
    tamper: (client) => client.query('delete from audit_line where seq = 3'),
    says: /^bad line 3: missing/,
  },
  {
    name: 'a line moved to another place',
    tamper: async (client) => {
      await client.query('delete from audit_line where seq = 2')
      await client.query('update audit_line set seq = 2 where seq = 6')
    },
    says: /^bad line 2: /,
  },
  {
    name: 'an anchored tail cut, with the head put back',
    tamper: (client) => cutAfter(client, 8),
    says: /^bad line 9: missing; the chain once reached line 10/,
  },
  {
    name: 'a tail cut that was not anchored, with the head put back: a record has no line',
    tamper: (client) => cutAfter(client, 10),
    says: /^bad record chair \S+: no line says that it was written/,
  },
  {
    name: 'a look cut off the end that was not anchored, with the head put back',
    tamper: (client) => cutAfter(client, 11),
    says: /^bad look staff:\S+ room .*its line is gone/,
  },
  {
    name: 'a head put back alone',
    tamper: (client) => client.query('update audit_head set seq = 11'),
    says: /^bad line 12: the head/,
  },
  { name: 'a head taken away', tamper: (client) => client.query('delete from audit_head'), says: /^bad line 12: the head/ },
  {
    name: 'an anchored line changed with all hashes made anew',
    tamper: (client) => rewrite(client, 4, (entry) => entry.replace('add-chair', 'rename-chair')),
    says: /^bad line 7: it is not the line that was anchored/,
  },
  {
    name: 'what a line wrote changed with all hashes made anew, after the last anchor',
    tamper: (client) => rewrite(client, 11, (entry) => entry.replace(/"wrote":\[.*\]/, '"wrote":[]')),
    says: /^bad record chair \S+: no line says/,
  },
  {
    name: 'the clinic gone, with all it had',
    tamper: async (client) => {
      for (const table of ['audit_line', 'audit_head', 'audit_read', 'chair', 'staff', 'account', 'clinic'])
        await client.query(`delete from ${table}`)
    },
    says: /^bad line 1: missing; clinic \S+ is gone, whose chain once reached line 10/,
  },
  {
    name: 'the whole trail taken away',
    tamper: async (client) => {
      await client.query('delete from audit_line')
      await client.query('update audit_head set seq = 0, hash = $1', [sha256('dripline')])
    },
    says: /^bad line 1: missing; the chain once reached line 10/,
  },
  {
    name: 'a record changed in its table',
    tamper: (client) => client.query("update chair set name = 'another' where id = $1", [chairs[1]]),
    says: /^bad record chair \S+: it is not what line 4 wrote/,
  },
  {
    name: 'a record removed from its table',
    tamper: (client) => client.query('delete from chair where id = $1', [chairs[2]]),
    says: /^bad record chair \S+: line 5 wrote it, and it is gone/,
  },
  {
    name: 'a record put into its table',
    tamper: (client) =>
      client.query("insert into chair (clinic_id, id, name, position) values ($1, gen_random_uuid(), 'mine', 1)", [
        clinic.clinicId,
      ]),
    says: /^bad record chair \S+: no line says that it was written/,
  },
  {
    name: 'a role given to somebody in its table',
    tamper: (client) => client.query("update account set roles = '{owner,prescriber}'"),
    says: /^bad record account \S+: it is not what line \d wrote/,
  },
]

describe('the check of the audit trail', () => {
  test('follows an untouched chain to its end, and holds every record against it', async () => {
    const says = 'ok 12 lines, 11 records (2 anchors, the last of line 10) [Test clinic]'
    expect(await after(nothing)).toEqual([{ verdict: 'ok', says }])
  })

  test.each(tamperings)('finds $name', async ({ tamper, says }) => {
    expect(await after(tamper)).toEqual([{ verdict: 'bad', says: expect.stringMatching(says) }])
  })

  test('says what is not chained yet, and alarms when it waits longer than any sealer takes', async () => {
    const lay = (ago: string) => (client: PoolClient) =>
      client.query(
        "insert into audit_pending (clinic_id, pre, post, is_news, written_at) values ($1, '{\"seq\":', '}', false, now() - $2::interval)",
        [clinic.clinicId, ago],
      )
    expect(await after(lay('2 s'))).toMatchObject([
      { verdict: 'ok', says: expect.stringMatching(/; 1 not chained yet, the oldest for 2 s\)/) },
    ])
    expect(await after(lay('61 s'))).toMatchObject([
      { verdict: 'bad', says: expect.stringMatching(/^alarm .*; 1 not chained yet, the oldest for 61 s\)/) },
    ])
  })
})

describe('what is kept outside the database', () => {
  /** What the check says with other anchors in the place of the real ones. */
  const withAnchors = async (
    change: (kept: string) => string,
    tamper = nothing as (client: PoolClient) => Promise<unknown>,
    around: Around = {},
  ) => {
    const kept = await readFile(fileOf(anchors()), 'utf8')
    await writeFile(fileOf(anchors()), change(kept))
    try {
      return await after(tamper, around)
    } finally {
      await writeFile(fileOf(anchors()), kept)
    }
  }
  const first = (kept: string) => `${kept.split('\n')[0]}\n`

  test.each<{ name: string; around: Around; says: RegExp }>([
    { name: 'the anchors gone', around: { places: [] }, says: /^cannot check .*nothing outside the database/ },
    { name: 'another folder named', around: { places: ['/nowhere/at/all'] }, says: /^cannot check .*nothing outside/ },
    { name: 'SECRET_KEY missing', around: { signer: null }, says: /^cannot check .*without SECRET_KEY/ },
  ])('with $name cannot check, and does not say ok', async ({ around, says }) => {
    expect(await after(nothing, around)).toEqual([{ verdict: 'cannot check', says: expect.stringMatching(says) }])
  })

  test('emptied cannot check, and does not say ok', async () =>
    expect(await withAnchors(() => '')).toMatchObject([{ verdict: 'cannot check' }]))

  test.each<{ name: string; change: (kept: string) => string; says: RegExp }>([
    {
      name: 'one that was changed',
      change: (kept) => kept.replace('\\"seq\\":7', '\\"seq\\":6'),
      says: /^bad line 6: the signature/,
    },
    {
      name: 'one that cannot be read',
      change: (kept) => `${kept}not an anchor\n`,
      says: /^bad line 0: an anchor cannot be read/,
    },
    {
      name: 'one missing between others',
      change: (kept) => kept.split('\n').slice(1).join('\n'),
      says: /^bad line 10: its anchor follows one of line 7/,
    },
  ])('with $name is bad', async ({ change, says }) => {
    expect(await withAnchors(change)).toEqual([{ verdict: 'bad', says: expect.stringMatching(says) }])
  })

  test('signed by another key is bad', async () => {
    const other = anchorKey(Buffer.alloc(32, 8).toString('base64'))
    expect(await after(nothing, { signer: other })).toEqual([
      { verdict: 'bad', says: expect.stringMatching(/^bad line 7: the signature of its anchor does not hold/) },
    ])
  })

  test('cut together with trail and records is found by the second place, or by a letter that was kept', async () => {
    const all = async (client: PoolClient) => {
      await cutAfter(client, 7)
      await client.query('delete from chair where id = any ($1)', [chairs.slice(5)])
      await client.query('delete from audit_read')
    }
    expect(await withAnchors(first, all)).toMatchObject([{ verdict: 'ok' }])
    const letter = join(folder, 'letter.txt')
    await writeFile(letter, `Dear keeper,\n\n${await readFile(fileOf(second()), 'utf8')}`)
    for (const place of [second(), letter])
      expect(await withAnchors(first, all, { places: [anchors(), place] })).toEqual([
        { verdict: 'bad', says: expect.stringMatching(/^bad line 8: missing; the chain once reached line 10/) },
      ])
  })

  test('a head that has not moved is not anchored again', async () => {
    const kept = await readFile(fileOf(anchors()), 'utf8')
    expect(kept.trimEnd().split('\n')).toHaveLength(2)
    const spare = join(folder, 'spare')
    await cp(anchors(), spare, { recursive: true })
    expect(await anchorHeads(clinic.ground, { folders: [spare] })).toBe(1)
    expect(await anchorHeads(clinic.ground, { folders: [spare] })).toBe(0)
  })
})

test('the command says so with a code of its own; it proves one line, which is checked without the database', {
  timeout: 60_000,
}, async () => {
  const env = { PATH: process.env.PATH, DATA_DIR: folder, SECRET_KEY: secret }
  const run = promisify(execFile)
  const command = (...args: string[]) => run(process.execPath, [join(import.meta.dirname, 'verify-audit.ts'), ...args], { env })
  expect(await verifyAudit(env)).toEqual([{ verdict: 'cannot check', says: expect.stringContaining('Dripline is running') }])
  await clinic.ground.jobs.stop()
  await database.close()
  expect((await command()).stdout).toMatch(/^ok 12 lines, 11 records \(2 anchors, the last of line 10\)/)
  expect(await verifyAudit({ ...env, DATA_DIR: '/nowhere' })).toMatchObject([{ verdict: 'cannot check' }])
  const other = Buffer.alloc(32, 8).toString('base64')
  expect(await verifyAudit({ ...env, SECRET_KEY: other })).toMatchObject([{ verdict: 'bad' }])

  const proof = (await command('--prove', '9')).stdout
  const mine = JSON.parse(proof).publicKey
  expect(JSON.parse(JSON.parse(proof).line)).toMatchObject({ seq: 9, verb: 'add-chair' })
  expect(checkLineProof(proof, mine).says).toMatch(/^ok line 9 of clinic/)
  await expect(command('--prove', '12')).rejects.toMatchObject({ code: 2 })
  const file = join(folder, 'proof.json')
  await writeFile(file, proof.replace('add-chair', 'add-couch'))
  await expect(command('--check', file, '--key', mine)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^bad proof: its line is none/),
  })
  const theirs = anchorKey(other).export({ format: 'der', type: 'spki' }).toString('base64')
  expect(checkLineProof(proof, theirs).says).toMatch(/^bad proof: the signature/)
})
