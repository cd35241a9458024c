import { beforeEach, expect, test } from 'vitest'
import { inOneStep } from '../platform/context.ts'
import { type TestClinic, testClinic } from '../platform/testing.ts'
import { openPlay, type Stage } from './play.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const day = (number: number) => new Date(Date.UTC(2026, 2, number))
const director = { kind: 'system', name: 'play' } as const

async function* chairs(stage: Stage, name: string, from: number) {
  for (let number = from; number < from + 4; number++) {
    yield day(number)
    await stage.act(`${name} ${number}`, director, (ctx) =>
      inOneStep(ctx, 'add-chair', async ({ db, clinicId }) => {
        await db
          .insertInto('chair')
          .values({ clinicId, id: ctx.newId(), name: `${name} ${number}`, position: number })
          .execute()
        return { made: ctx.now().toISOString() }
      }),
    )
  }
}

const open = () => openPlay(clinic.ground, clinic.clinicId, 7, (stage) => [chairs(stage, 'a', 2), chairs(stage, 'b', 1)])
const trail = async () => (await clinic.trail()).map(({ at }) => at)

test('time only goes forward, whoever acts, so the trail is in order', async () => {
  await (await open()).run(day(9))
  const times = await trail()
  expect(times).toHaveLength(8)
  expect(times).toEqual([...times].sort())
})

test('a play stopped half way goes on at the next start and does nothing twice', async () => {
  await (await open()).run(day(3))
  expect(await trail()).toHaveLength(5)
  const again = await open()
  await again.run(day(9))
  expect(await trail()).toHaveLength(8)
  expect(again.progress().isOver).toBe(true)
})

test('a play is over when nothing is left to be done, and not while its last act is under way', async () => {
  const seen: boolean[] = []
  const play = await openPlay(clinic.ground, clinic.clinicId, 7, (stage) => {
    const look = async function* () {
      yield day(2)
      seen.push(play.progress().isOver)
      await stage.act('looked', director, (ctx) => inOneStep(ctx, 'look', async () => ({ lookedAt: ctx.now().toISOString() })))
      seen.push(play.progress().isOver)
    }
    return [look()]
  })
  await play.run(day(9))
  expect([...seen, play.progress().isOver]).toEqual([false, false, true])
})
