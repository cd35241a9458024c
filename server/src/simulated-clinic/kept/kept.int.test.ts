import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/database.ts'
import { checkTrails } from '../../verify-audit.ts'
import { openKept } from './open-kept.ts'
import { readingsOf } from './readings.ts'

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
