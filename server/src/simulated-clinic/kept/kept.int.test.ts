import { readdirSync } from 'node:fs'
import { sayStaff } from '@dripline/clinical'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plansOf } from '../../care/planning/store.ts'
import { type Database, inTransaction } from '../../platform/database.ts'
import { checkTrails } from '../../verify-audit.ts'
import { openKept } from './open-kept.ts'
import { readingsOf } from './readings.ts'

type Stored = {
  findings: { reason: string; clearsWhen: string }[]
  dose: Record<'hard' | 'soft', { text: string }[]>
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json.gz'))

describe.each(files)('the database kept in %s', (file) => {
  let kept: Awaited<ReturnType<typeof openKept>>
  let database: Database

  beforeAll(async () => {
    kept = await openKept(file)
    database = kept.database
  }, 120_000)
  afterAll(() => database?.close())

  test('is opened by today’s migrations, and every visit, order and line of the drug book reads as before', async () => {
    expect(kept.readings.visits.length).toBeGreaterThan(20)
    // What later code adds is no loss; what it changes or leaves out is.
    expect(await readingsOf(database, kept.clinicId)).toMatchObject(kept.readings)
  }, 120_000)

  test('says of every finding and every check of a dose what it said', async () => {
    const words = ({ findings, dose }: Stored) => [
      ...findings.flatMap(({ reason, clearsWhen }) => [reason, clearsWhen]),
      ...[...dose.hard, ...dose.soft].map(({ text }) => text),
    ]
    const { rows } = await database.pool.query<Stored & { id: string; personId: string }>(
      `select id, person_id as "personId", findings, dose from plan where administration = 'infusion'`,
    )
    expect(rows.flatMap(words).length).toBeGreaterThan(200)
    for (const row of rows) {
      const plans = await inTransaction(database, kept.clinicId, (tx) => plansOf(tx, row.personId))
      const plan = plans.find(({ id }) => id === row.id)
      const read = [
        ...(plan?.findings ?? []).flatMap(({ reason, clearsWhen }) => [reason, clearsWhen]),
        ...[...(plan?.dose.hard ?? []), ...(plan?.dose.soft ?? [])].map(({ found }) => found),
      ]
      expect(read.map(sayStaff)).toEqual(words(row))
    }
  }, 120_000)

  test('draws every frozen curve as it was signed', async () => {
    const { plans } = await readingsOf(database, kept.clinicId)
    expect(plans.length).toBeGreaterThan(3)
    for (const { id, curveHash, drawnAgain } of plans) expect([id, drawnAgain]).toEqual([id, curveHash])
  }, 120_000)

  test('has a trail that holds to its end, and says what its records are', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('select * from seal_audit(100000, true)')
      await client.query('begin')
      const nothing = { anchors: new Map(), unreadable: new Set<string>() }
      const says = await checkTrails(async (text, values) => (await client.query(text, values)).rows, nothing, null)
      // Nothing was anchored: what holds together inside is all that can be said.
      expect(says).toMatchObject([
        { verdict: 'cannot check', says: expect.stringMatching(/lines, \d{3,} records \(0 anchors\): nothing outside/) },
      ])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
