import { Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inClinic, inOneStep, openContext } from './context.ts'
import { inTransaction } from './database.ts'
import { shows } from './shown.ts'
import { sweep } from './sweep.ts'
import { keyed, type TestClinic, testClinic } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const lines = () => clinic.trail()

const addChair =
  (name: string) =>
  async ({ db, clinicId }: Parameters<Parameters<typeof inOneStep>[2]>[0], id: string) => {
    await db.insertInto('chair').values({ clinicId, id, name, position: 1 }).execute()
    return { id, name }
  }

describe('a step', () => {
  test('writes its line in the same transaction, and numbers have no gap', async () => {
    const ctx = await clinic.as('owner')
    for (const name of ['1', '2', '3']) await inOneStep(ctx, 'add-chair', (tx) => addChair(name)(tx, ctx.newId()))
    const trail = await lines()
    expect(trail.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(trail[0]).toMatchObject({
      verb: 'add-chair',
      outcome: 'done',
      actor: `staff:${ctx.actor.kind === 'staff' && ctx.actor.id}`,
    })
  })

  test('that is refused changes nothing and leaves a line that says so', async () => {
    const ctx = await clinic.as('owner')
    const refused = inOneStep(ctx, 'add-chair', async (tx) => {
      await addChair('1')(tx, ctx.newId())
      throw new Problem('not-valid', {}, [{ field: 'name', code: 'name', value: 'secret words' }])
    })
    await expect(refused).rejects.toThrow(Problem)
    const [line, ...more] = await lines()
    expect(more).toEqual([])
    expect(line).toMatchObject({ outcome: 'refused', code: 'not-valid', fields: ['name'] })
    expect(JSON.stringify(line)).not.toContain('secret words')
    const chairs = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('chair').selectAll().execute(),
    )
    expect(chairs).toEqual([])
  })

  test('asked again with the same key gives the first answer and does the work once', async () => {
    const ctx = keyed(await clinic.as('owner'), 'key-number-one')
    const add = () => inOneStep(ctx, 'add-chair', (tx) => addChair('1')(tx, ctx.newId()))
    const [first, second] = [await add(), await add()]
    expect(second).toEqual(first)
    expect(await lines()).toHaveLength(1)
  })

  test('asked again with the same key and another body is refused', async () => {
    const person = await clinic.as('owner')
    await inOneStep(keyed(person, 'key-number-two', 'a'), 'add-chair', (tx) => addChair('1')(tx, person.newId()))
    const other = inOneStep(keyed(person, 'key-number-two', 'b'), 'add-chair', (tx) => addChair('2')(tx, person.newId()))
    await expect(other).rejects.toMatchObject({ code: 'key-reused' })
  })

  test('asked again a year later with the same key gives the first answer still', async () => {
    const ctx = keyed(await clinic.as('owner'), 'key-of-last-year')
    const add = () => inOneStep(ctx, 'add-chair', (tx) => addChair('1')(tx, ctx.newId()))
    const first = await add()
    clinic.clock.forward(366 * 24 * 60)
    await sweep(openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'system', name: 'sweep' } }))
    expect(await add()).toEqual(first)
  })

  test.each(['add-chair', 'rename-chair'])('of another author with the same key is refused, for %s', async (verb) => {
    const [one, other] = [await clinic.as('owner'), await clinic.as('owner')]
    await inOneStep(keyed(one, 'key-of-the-first'), 'add-chair', (tx) => addChair('1')(tx, one.newId()))
    const theirs = inOneStep(keyed(other, 'key-of-the-first'), verb, (tx) => addChair('2')(tx, other.newId()))
    await expect(theirs).rejects.toMatchObject({ code: 'key-reused' })
    const chairs = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('chair').select('name').execute(),
    )
    expect(chairs).toEqual([{ name: '1' }])
  })

  test('of one request may hold two verbs under its key, and both answer again', async () => {
    const ctx = keyed(await clinic.as('owner'), 'key-of-both')
    const both = async () => [
      await inOneStep(ctx, 'add-chair', (tx) => addChair('1')(tx, ctx.newId())),
      await inOneStep(ctx, 'add-other-chair', (tx) => addChair('2')(tx, ctx.newId())),
    ]
    expect(await both()).toEqual(await both())
  })

  test('that was refused may be tried again with the same key', async () => {
    const ctx = keyed(await clinic.as('owner'), 'key-number-three')
    let isOpen = false
    const add = () =>
      inOneStep(ctx, 'add-chair', (tx) => {
        if (!isOpen) throw new Problem('wrong-state')
        return addChair('1')(tx, ctx.newId())
      })
    await expect(add()).rejects.toMatchObject({ code: 'wrong-state' })
    isOpen = true
    expect(await add()).toMatchObject({ name: '1' })
  })
})

describe('a look', () => {
  test('names every patient it read, once a minute for each reader and view', async () => {
    const ctx = await clinic.as('nurse')
    const patientId = ctx.newId()
    const read = () => inClinic(ctx, 'room', async () => shows([patientId, patientId], [{ patientId }]))
    await read()
    await read()
    expect(await lines()).toMatchObject([{ outcome: 'read', verb: 'room', patients: [patientId] }])
    clinic.clock.forward(1)
    await read()
    expect(await lines()).toHaveLength(2)
  })
})

describe('the database itself', () => {
  test('refuses to change or remove a line of the trail', async () => {
    const ctx = await clinic.as('owner')
    await inOneStep(ctx, 'add-chair', (tx) => addChair('1')(tx, ctx.newId()))
    await clinic.ground.sealer.sealAll()
    const { pool } = clinic.ground.database
    for (const change of ["update audit_line set entry = 'x'", 'delete from audit_line', 'truncate audit_line']) {
      const client = await pool.connect()
      await expect(client.query(change).finally(() => client.release())).rejects.toThrow('only grows')
    }
  })

  test('shows a clinic nothing of another, and nothing without a clinic', async () => {
    const other = await testClinic(clinic.clock, clinic.ground)
    const ctx = await clinic.as('owner')
    await inOneStep(ctx, 'add-chair', (tx) => addChair('1')(tx, ctx.newId()))
    const seen = (clinicId: string) =>
      inTransaction(clinic.ground.database, clinicId, ({ db }) => db.selectFrom('chair').selectAll().execute())
    expect(await seen(clinic.clinicId)).toHaveLength(1)
    expect(await seen(other.clinicId)).toEqual([])
    expect(await seen('')).toEqual([])
    const intrusion = inTransaction(clinic.ground.database, other.clinicId, ({ db }) =>
      db.insertInto('chair').values({ clinicId: clinic.clinicId, id: ctx.newId(), name: 'x', position: 1 }).execute(),
    )
    await expect(intrusion).rejects.toThrow('row-level security')
    const blind = inTransaction(clinic.ground.database, other.clinicId, ({ db }) => sql`update chair set name = 'x'`.execute(db))
    expect((await blind).numAffectedRows).toBe(0n)
  })
})
