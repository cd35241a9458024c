import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addChair } from './care/clinic/add-chair.ts'
import { anchorHeads } from './platform/anchor.ts'
import { inOneStep, openContext } from './platform/context.ts'
import { openPostgres } from './platform/database.ts'
import { heldClock, keyed, takeStock, testClinic } from './platform/testing.ts'
import { freshDatabase, ownersOf, postgresGround } from './platform/testing-postgres.ts'
import { folderFor } from './testing-server.ts'
import { verifyAudit } from './verify-audit.ts'

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
    expect((await clinic.trail()).map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  })

  test('two servers chain the lines of a rush between them: no gap, no double, in the order in which they were written', async () => {
    const [other, clinic] = [await postgresGround(clock, url), await testClinic(clock, ground)]
    const hands = [await clinic.as('owner'), openContext(other, { clinicId: clinic.clinicId, actor: clinic.visitor.actor })]
    const written: string[] = []
    for (let round = 0; round < 5; round++)
      await Promise.all(
        Array.from({ length: 60 }, async (_, i) => {
          const ctx = hands[i % 2] ?? clinic.visitor
          written.push((await inOneStep(ctx, `round-${round}`, async () => ({ id: ctx.newId() }))).id)
        }),
      )
    await Promise.all([ground.sealer.sealAll(), other.sealer.sealAll()])
    const trail = await clinic.trail()
    expect(trail.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1))
    expect(trail.map(({ about }) => about.id).sort()).toEqual(written.sort())
    expect(trail.map(({ verb }) => verb)).toEqual(trail.map((_, i) => `round-${Math.floor(i / 60)}`))
    await other.jobs.stop()
    await other.database.close()
  })

  test('what a server has written that chains nothing any more, another one chains by itself', async () => {
    const [other, clinic] = [await postgresGround(clock, url), await testClinic(clock, ground)]
    other.sealer.stop()
    const ctx = openContext(other, { clinicId: clinic.clinicId, actor: clinic.visitor.actor })
    const heard = new Promise<void>((done) => ground.live.follow(clinic.clinicId, done))
    await inOneStep(ctx, 'orphan', async () => ({ id: ctx.newId() }))
    await heard
    expect((await ground.live.since(clinic.clinicId, 0)).news).toMatchObject([{ id: 1, kind: 'orphan' }])
    await other.jobs.stop()
    await other.database.close()
  })

  test('the trail of a rush, and each record of it, is checked as the plain owner while servers run', async () => {
    const clinic = await testClinic(clock, ground)
    const ctx = await clinic.as('owner')
    const owners = await openPostgres(ownersOf(url))
    await takeStock({ ...ground, database: owners }, clinic.clinicId)
    await owners.close()
    await Promise.all(Array.from({ length: 40 }, (_, i) => addChair(ctx, { name: `chair ${i}` })))
    await ground.sealer.sealAll()
    const place = folderFor()
    await anchorHeads(ground, { folders: [join(place.folder, 'clinic', 'anchors')] })
    const secret = Buffer.alloc(32, 7).toString('base64')
    const said = await verifyAudit({ MIGRATE_DATABASE_URL: ownersOf(url), DATA_DIR: place.folder, SECRET_KEY: secret })
    place.remove()
    // The other clinics of this file have records of fixtures, which no line says.
    const says = expect.stringMatching(/^ok 42 lines, 42 records \(1 anchor, the last of line 42\)/)
    expect(said).toContainEqual({ verdict: 'ok', says })
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

  test('one key sent at once by two people is one’s alone', async () => {
    const clinic = await testClinic(clock, ground)
    const authors = [await clinic.as('owner'), await clinic.as('owner')]
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => {
        const ctx = keyed(authors[i % 2] ?? clinic.visitor, 'a-key-of-two')
        return inOneStep(ctx, 'add-chair', async ({ db, clinicId }) => {
          const id = ctx.newId()
          await db.insertInto('chair').values({ clinicId, id, name: 'the one', position: 1 }).execute()
          return { id }
        })
      }),
    )
    const answers = tried.flatMap((each) => (each.status === 'fulfilled' ? each.value.id : []))
    const refusals = tried.flatMap((each) => (each.status === 'rejected' ? each.reason.code : []))
    expect(answers).toHaveLength(4)
    expect(new Set(answers).size).toBe(1)
    expect(refusals).toEqual(Array(4).fill('key-reused'))
  })

  test('news of a step on one server reaches the other', async () => {
    const other = await postgresGround(clock, url)
    const clinic = await testClinic(clock, ground)
    const ctx = await clinic.as('owner')
    await ground.sealer.sealAll()
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
