import { Problem } from '@dripline/clinical'
import { afterAll, describe, expect, test } from 'vitest'
import { inOneStep } from '../../platform/context.ts'
import { heldClock, peek, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { bookOfDay } from './book.ts'
import { bookOfSession } from './book-of-session.ts'
import { enterCount } from './enter-count.ts'
import { openNewCount } from './open-count.ts'
import { receiveVials } from './receive-vials.ts'
import { recordGiven } from './record-given.ts'
import { drawn, left, lot, stocked, wordOf } from './testing.ts'

const clock = heldClock()
const ground = await postgresGround(clock)
afterAll(async () => {
  await ground.jobs.stop()
  await ground.database.close()
})

/** How each of several attempts at once ended: `done`, or the code of its refusal. */
const rush = async (attempts: readonly (() => Promise<unknown>)[]) => {
  const ends = await Promise.allSettled(attempts.map((attempt) => attempt()))
  return ends.map((end) => {
    if (end.status === 'fulfilled') return 'done'
    if (end.reason instanceof Problem) return end.reason.code
    throw end.reason
  })
}
const count = (ends: readonly string[], which: string) => ends.filter((end) => end === which).length

describe('at once, on a real PostgreSQL server', () => {
  test('forty withdrawals from one vial never take more than it holds', async () => {
    const stock = await stocked(await testClinic(clock, ground))
    const ends = await rush(Array.from({ length: 40 }, () => () => drawn(stock, '30', '0.6')))
    expect([count(ends, 'done'), count(ends, 'vial-short')]).toEqual([16, 24])
    expect(await left(stock.ctx, stock.vialId)).toBe('0.4')
  })

  test('one drawn dose is not given twice', async () => {
    const stock = await stocked(await testClinic(clock, ground))
    const { ctx } = stock
    const { sessionId, personId } = await drawn(stock, '100', '2')
    const give = () =>
      inOneStep(ctx, 'stop', (tx) => recordGiven(ctx, tx, { sessionId, personId, drugId: 'ketamine', mg: '60', at: ctx.now() }))
    expect((await rush([give, give, give])).sort()).toEqual(['done', 'not-valid', 'not-valid'])
    expect(await peek(ctx, (tx) => bookOfSession(tx, sessionId, 'ketamine'))).toMatchObject({
      givenMg: '60',
      openMg: '40',
    })
  })

  test('a second person’s word receives one delivery, not two', async () => {
    const clinic = await testClinic(clock, ground)
    const [ctx, second] = [await clinic.as('nurse'), await clinic.as('nurse')]
    const proof = await wordOf(ctx, second, 'receive', { ...lot, vials: '2' })
    const receive = () => receiveVials(ctx, { ...lot, vials: 2, proof })
    expect((await rush([receive, receive])).sort()).toEqual(['done', 'proof-used'])
  })

  test('deliveries of several people get numbers without a gap or a double', async () => {
    const clinic = await testClinic(clock, ground)
    await Promise.all(Array.from({ length: 6 }, () => stocked(clinic, 3)))
    const ctx = await clinic.as('nurse')
    const { vials } = await peek(ctx, (tx) => bookOfDay(ctx, tx))
    expect(vials.map(({ number }) => Number(number))).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
  })

  test('two people who enter a count in the same moment close it once', async () => {
    const { ctx, second } = await stocked(await testClinic(clock, ground))
    const opening = await rush([() => openNewCount(ctx), () => openNewCount(second)])
    expect(opening.sort()).toEqual(['count-open', 'done'])
    const countId = await peek(
      ctx,
      async ({ db, clinicId }) =>
        (await db.selectFrom('stockCount').where('clinicId', '=', clinicId).select('id').executeTakeFirstOrThrow()).id,
    )
    const entries = await Promise.all([ctx, second].map((who) => enterCount(who, { countId, sealed: 1, opened: [] })))
    expect(entries.map(({ isClosed }) => isClosed).sort()).toEqual([false, true])
  })
})
