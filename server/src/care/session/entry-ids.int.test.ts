import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { uuid7 } from '../../platform/id.ts'
import { sweep } from '../../platform/sweep.ts'
import { keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { readVisit } from './read-visit.ts'
import { stopInfusion } from './stop-infusion.ts'
import { takeBackEntry } from './take-back.ts'
import { signs, visitRunning } from './testing.ts'

const entry = { kind: 'vitals', ...signs } as const
let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const ready = async () => {
  const visit = await visitRunning(clinic, { indication: 'pain' })
  clinic.clock.forward(1)
  return { ...visit, id: uuid7(clinic.clock.now) }
}
const vitalsIn = async (ctx: Ctx, sessionId: string) =>
  (await readVisit(ctx, sessionId)).events.filter(({ kind }) => kind === 'vitals').length
describe('an entry whose id its author made', () => {
  test('has that id, and sent again it is the same entry: at once, after the keys are swept, and after the visit has moved on', async () => {
    const { nurse, sessionId, id } = await ready()
    const sent = keyed(nurse, id, 'the same')
    const before = await vitalsIn(nurse, sessionId)
    const first = await chartEntry(sent, { sessionId, entry })
    expect(first.eventIds).toEqual([id])
    expect(await chartEntry(sent, { sessionId, entry })).toEqual(first)
    clinic.clock.forward(49 * 60)
    const { ground, clinicId } = clinic
    await sweep(openContext(ground, { clinicId, actor: { kind: 'system', name: 'sweep' } }))
    expect(await chartEntry(keyed(nurse, id, 'the same'), { sessionId, entry })).toEqual(first)
    await stopInfusion(nurse, { sessionId, reason: 'asks' })
    expect(await chartEntry(keyed(nurse, id, 'the same'), { sessionId, entry })).toEqual(first)
    expect(await vitalsIn(nurse, sessionId)).toBe(before + 1)
  })

  test('is answered as it was after it was struck, and stays struck', async () => {
    const { nurse, sessionId, id } = await ready()
    const first = await chartEntry(keyed(nurse, id, 'the same'), { sessionId, entry })
    await takeBackEntry(nurse, { sessionId, eventId: id, reason: 'wrong person', chairId: null })
    expect(await chartEntry(keyed(nurse, id, 'the same'), { sessionId, entry })).toEqual(first)
    const { events } = await readVisit(nurse, sessionId)
    expect(events.filter((each) => each.id === id)).toHaveLength(1)
  })

  test('is its author’s: another one’s, another content or another visit’s is refused, and nothing is written', async () => {
    const { nurse, second, sessionId, id } = await ready()
    await chartEntry(keyed(nurse, id, 'the same'), { sessionId, entry })
    const before = await vitalsIn(nurse, sessionId)
    const other = await visitRunning(clinic, { indication: 'pain', name: 'Juniper Stone', chair: 'Chair 2' })
    for (const again of [
      () => chartEntry(keyed(second, id, 'the same'), { sessionId, entry }),
      () => chartEntry(keyed(nurse, id, 'something else'), { sessionId, entry }),
      () => chartEntry(keyed(other.nurse, id, 'the same'), { sessionId: other.sessionId, entry }),
    ])
      await expect(again()).rejects.toMatchObject({ code: 'key-reused' })
    expect(await vitalsIn(nurse, sessionId)).toBe(before)
  })

  test('may be an amendment too', async () => {
    const { nurse, sessionId, id } = await ready()
    const { eventIds } = await chartEntry(nurse, { sessionId, entry })
    const amend = (ctx: Ctx) =>
      amendEntry(ctx, { sessionId, eventId: eventIds[0] ?? '', reason: 'slip', entry: { ...entry, pulse: 71 } })
    const first = await amend(keyed(nurse, id, 'one'))
    expect(first.eventIds).toEqual([id])
    expect(await amend(keyed(nurse, id, 'one'))).toEqual(first)
    clinic.clock.forward(49 * 60)
    await sweep(openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'system', name: 'sweep' } }))
    expect(await amend(keyed(nurse, id, 'one'))).toEqual(first)
  })

  test('is told apart by its form and never by its time; any other key is one for two days', async () => {
    const { nurse, sessionId } = await ready()
    const long = uuid7(new Date('1999-01-01T00:00:00Z'))
    expect((await chartEntry(keyed(nurse, long, 'a'), { sessionId, entry })).eventIds).toEqual([long])
    const random = crypto.randomUUID()
    const { eventIds } = await chartEntry(keyed(nurse, random, 'b'), { sessionId, entry })
    expect(eventIds).not.toContain(random)
    expect((await chartEntry(keyed(nurse, random, 'b'), { sessionId, entry })).eventIds).toEqual(eventIds)
  })

  test('keeps from which device it came, and one place of a device is one entry', async () => {
    const { nurse, sessionId, id } = await ready()
    const device = { id: uuid7(clinic.clock.now), seq: 1 }
    await chartEntry(keyed(nurse, id, 'a'), { sessionId, entry, device, form: 'vitals 1' })
    const row = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('sessionEvent').where('id', '=', id).select(['deviceId', 'deviceSeq', 'form', 'source']).executeTakeFirst(),
    )
    expect(row).toEqual({ deviceId: device.id, deviceSeq: '1', form: 'vitals 1', source: 'staff' })
    const another = chartEntry(keyed(nurse, uuid7(clinic.clock.now), 'b'), { sessionId, entry, device })
    await expect(another).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('is not taken from a sign-in that was ended meanwhile', async () => {
    const { nurse, sessionId, id } = await ready()
    const { actor } = nurse
    if (actor.kind !== 'staff') throw new Error('no staff')
    const at = clinic.clock.now
    await inTransaction(clinic.ground.database, clinic.clinicId, async ({ db, clinicId }) => {
      const row = { clinicId, id: actor.signInId, accountId: actor.id, tokenHash: id, method: 'passkey' }
      await db
        .insertInto('signIn')
        .values({ ...row, createdAt: at, issuedAt: at, lastSeenAt: at, revokedAt: at })
        .execute()
    })
    await expect(chartEntry(keyed(nurse, id, 'a'), { sessionId, entry })).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})
