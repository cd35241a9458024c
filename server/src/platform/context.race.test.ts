import { afterAll, describe, expect, test } from 'vitest'
import { inOneStep } from './context.ts'
import { inTransaction } from './database.ts'
import { heldClock, keyed, testClinic } from './testing.ts'
import { freshDatabase, postgresGround } from './testing-postgres.ts'

const clock = heldClock()
const url = await freshDatabase()
const ground = await postgresGround(clock, url)
afterAll(async () => {
  await ground.jobs.stop()
  await ground.database.close()
})

describe('on a real PostgreSQL server', () => {
  test('two hundred steps at once leave a trail without a gap', async () => {
    const clinic = await testClinic(clock, ground)
    const ctx = await clinic.as('owner')
    const add = (name: string) =>
      inOneStep(ctx, 'add-chair', async ({ db, clinicId }) => {
        const id = ctx.newId()
        await db.insertInto('chair').values({ clinicId, id, name, position: 1 }).execute()
        return { id }
      })
    await Promise.all(Array.from({ length: 200 }, (_, i) => add(`chair ${i}`)))
    const lines = await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('auditLine').orderBy('seq').select('seq').execute(),
    )
    expect(lines.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  })

  test('one key sent eight times at once does its work once, and all eight get its answer', async () => {
    const clinic = await testClinic(clock, ground)
    const ctx = keyed(await clinic.as('owner'), 'the-same-key')
    let worked = 0
    const add = () =>
      inOneStep(ctx, 'add-chair', async ({ db, clinicId }) => {
        worked += 1
        const id = ctx.newId()
        await db.insertInto('chair').values({ clinicId, id, name: 'the one', position: 1 }).execute()
        return { id }
      })
    const answers = await Promise.all(Array.from({ length: 8 }, add))
    expect(worked).toBe(1)
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  })

  test('news of a step on one server reaches the other', async () => {
    const other = await postgresGround(clock, url)
    const clinic = await testClinic(clock, ground)
    const ctx = await clinic.as('owner')
    const heard = new Promise<void>((done) => other.live.follow(clinic.clinicId, done))
    const before = await other.live.head(clinic.clinicId)
    const { id } = await inOneStep(ctx, 'name-clinic', async () => ({ id: ctx.newId() }))
    await heard
    expect(await other.live.since(clinic.clinicId, before)).toMatchObject({
      news: [{ id: before + 1, kind: 'name-clinic', ids: { id } }],
    })
    await other.jobs.stop()
    await other.database.close()
  })
})
