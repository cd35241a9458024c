import { expect, test } from 'vitest'
import { inClinic, inOneStep, openContext } from './context.ts'
import { inTransaction } from './database.ts'
import { shows } from './shown.ts'
import { sweep } from './sweep.ts'
import { keyed, type TestClinic, testClinic } from './testing.ts'

const sweeper = ({ ground, clinicId, clock }: TestClinic) =>
  openContext(ground, { clinicId, actor: { kind: 'system', name: 'sweep' }, clock: clock.read })

const kept = ({ ground, clinicId }: TestClinic) =>
  inTransaction(ground.database, clinicId, async ({ db }) => ({
    keys: (await db.selectFrom('idempotencyKey').orderBy('key').select('key').execute()).map(({ key }) => key),
    reads: (await db.selectFrom('auditRead').select('view').execute()).length,
    challenges: (await db.selectFrom('challenge').select('challenge').orderBy('challenge').execute()).map(
      (each) => each.challenge,
    ),
  }))

const leaveTraces = async (clinic: TestClinic, name: string) => {
  const nurse = await clinic.as('nurse')
  for (const key of [`play ${name}`, `key of ${name}`])
    await inOneStep(keyed(nurse, key), 'do-nothing', async () => ({ id: nurse.newId() }))
  await inClinic(nurse, 'look', async () => shows([nurse.newId()], null))
  await inTransaction(clinic.ground.database, clinic.clinicId, ({ db, clinicId }) =>
    db
      .insertInto('challenge')
      .values({
        clinicId,
        id: nurse.newId(),
        purpose: 'sign-in',
        challenge: name,
        createdAt: nurse.now(),
        expiresAt: nurse.now(),
      })
      .execute(),
  )
}

test('marks of reading and ceremonies go after a day; keys of writes stay for ever', async () => {
  const clinic = await testClinic()
  await leaveTraces(clinic, 'old')
  clinic.clock.forward(25 * 60)
  await leaveTraces(clinic, 'young')
  expect(await sweep(sweeper(clinic))).toEqual({ reads: 1, challenges: 1 })
  const keys = ['key of old', 'key of young', 'play old', 'play young']
  expect(await kept(clinic)).toEqual({ keys, reads: 1, challenges: ['young'] })
  clinic.clock.forward(400 * 24 * 60)
  expect(await sweep(sweeper(clinic))).toEqual({ reads: 1, challenges: 1 })
  expect((await kept(clinic)).keys).toEqual(keys)
})

test('the traces of another clinic stay', async () => {
  const [mine, other] = [await testClinic(), await testClinic()]
  for (const clinic of [mine, other]) await leaveTraces(clinic, 'old')
  mine.clock.forward(72 * 60)
  await sweep(sweeper(mine))
  expect(await kept(mine)).toEqual({ keys: ['key of old', 'play old'], reads: 0, challenges: [] })
  expect(await kept(other)).toEqual({ keys: ['key of old', 'play old'], reads: 1, challenges: ['old'] })
})
