import { Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { textAround } from './audit.ts'
import { canonical } from './canonical.ts'
import { type Ctx, inClinic, inOneStep } from './context.ts'
import { inTransaction } from './database.ts'
import { sha256 } from './keys.ts'
import { GENESIS } from './new-clinic.ts'
import { openSealer } from './sealer.ts'
import { shows } from './shown.ts'
import { type TestClinic, testClinic } from './testing.ts'

let clinic: TestClinic
let ctx: Ctx
beforeEach(async () => {
  clinic = await testClinic()
  ctx = await clinic.as('owner')
})

const happen = (verb: string) => inOneStep(ctx, verb, async () => ({ id: ctx.newId() }))
const asOwner = async (text: string, values?: unknown[]) => {
  const client = await clinic.ground.database.pool.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    client.release()
  }
}
const chain = () => asOwner('select seq::int, entry, hash from audit_line where clinic_id = $1 order by seq', [clinic.clinicId])
const waiting = () => asOwner('select post from audit_pending where clinic_id = $1 order by n', [clinic.clinicId])

describe('the sealer', () => {
  test('chains what was written in its order, each line over the one before, and leaves nothing waiting', async () => {
    for (const verb of ['one', 'two', 'three']) await happen(verb)
    await clinic.ground.sealer.sealAll()
    const lines = await chain()
    let before = GENESIS
    for (const { entry, hash } of lines) {
      expect(hash).toBe(sha256(`${before}\n${entry}`))
      before = hash
    }
    expect(lines.map(({ seq, entry }) => [seq, JSON.parse(entry).seq, JSON.parse(entry).verb])).toEqual([
      [1, 1, 'one'],
      [2, 2, 'two'],
      [3, 3, 'three'],
    ])
    expect(lines.every(({ entry }) => canonical(JSON.parse(entry)) === entry)).toBe(true)
    expect(await waiting()).toEqual([])
    expect(await asOwner('select seq::int, hash from audit_head where clinic_id = $1', [clinic.clinicId])).toEqual([
      { seq: 3, hash: before },
    ])
  })

  test('wakes by itself after a write, a look and a refusal', async () => {
    const left = async () => {
      for (let tries = 0; tries < 200 && (await waiting()).length > 0; tries++) await new Promise((done) => setTimeout(done, 20))
      return waiting()
    }
    await happen('write')
    expect(await left()).toEqual([])
    await inClinic(ctx, 'look', async () => shows([ctx.newId()], null))
    expect(await left()).toEqual([])
    const refused = inOneStep(ctx, 'refused', async () => {
      throw new Problem('wrong-state')
    })
    await expect(refused).rejects.toThrow(Problem)
    expect(await left()).toEqual([])
    expect((await clinic.trail()).map(({ outcome }) => outcome)).toEqual(['done', 'read', 'refused'])
  })

  test('tells open pages once of a batch, under the number of its last write', async () => {
    await clinic.ground.sealer.sealAll()
    const heard: string[] = []
    const { database } = clinic.ground
    await database.listen('dripline_news', (payload) => {
      if (payload.startsWith(clinic.clinicId)) heard.push(payload)
    })
    await asOwner(
      `insert into audit_pending (clinic_id, pre, post, is_news) select $1, '{"seq":', ',"verb":"v"}', n < 3 from generate_series(1, 4) n`,
      [clinic.clinicId],
    )
    await clinic.ground.sealer.sealAll()
    expect(heard).toEqual([`${clinic.clinicId} 2`])
    await inClinic(ctx, 'look', async () => shows([ctx.newId()], null))
    await clinic.ground.sealer.sealAll()
    expect(heard).toHaveLength(1)
  })

  test('of one clinic that cannot be chained says why, and chains the others', async () => {
    const other = await testClinic(clinic.clock, clinic.ground)
    await happen('one')
    await clinic.ground.sealer.sealAll()
    await asOwner('update audit_head set seq = 0 where clinic_id = $1', [clinic.clinicId])
    const said: string[] = []
    const sealer = openSealer(clinic.ground.database, pino({ level: 'error' }, { write: (line: string) => void said.push(line) }))
    await happen('two')
    const owner = await other.as('owner')
    await inOneStep(owner, 'theirs', async () => ({ id: owner.newId() }))
    sealer.wake()
    for (let tries = 0; tries < 200 && said.length === 0; tries++) await new Promise((done) => setTimeout(done, 20))
    sealer.stop()
    expect(said).toEqual([expect.stringContaining(clinic.clinicId)])
    expect((await other.trail()).map(({ verb }) => verb)).toEqual(['theirs'])
    expect(await waiting()).toHaveLength(1)
    await asOwner('update audit_head set seq = 1 where clinic_id = $1', [clinic.clinicId])
    expect((await clinic.trail()).map(({ verb }) => verb)).toEqual(['one', 'two'])
  })
})

describe('the server’s role', () => {
  const tried: Record<string, string> = {
    'write a chained line': "insert into audit_line values (current_clinic(), 1, '{}', 'x')",
    'move the head': "update audit_head set seq = 0, hash = 'x'",
    'change a line that waits': "update audit_pending set post = '}'",
    'remove a line that waits': 'delete from audit_pending',
    'read what waits': 'select * from audit_pending',
    'chain one clinic by itself': 'select seal_clinic(current_clinic(), 1)',
  }
  test.each(Object.entries(tried))('cannot %s', async (_, text) => {
    const trying = inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) => sql.raw(text).execute(db))
    await expect(trying).rejects.toThrow('permission denied')
  })
})

test('the text around the number is the canonical text of the line, whatever a line holds', () => {
  const entry = {
    at: '2026-11-23T15:00:00.000Z',
    clinic: 'c',
    request: 'r',
    actor: 'visitor',
    verb: 'v',
    outcome: 'refused' as const,
    patients: ['p'],
    about: { seq: 7, 'a"b': 'say "seq":0 — é\u{1F600}' },
    code: 'not-valid',
    fields: ['seq'],
  }
  const { pre, post } = textAround(entry)
  expect(`${pre}12${post}`).toBe(canonical({ ...entry, seq: 12 }))
})
