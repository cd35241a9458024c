import { foldSession, keepVisit } from '@dripline/clinical'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { type Ctx, inOneStep, openContext } from '../../platform/context.ts'
import { uuid7 } from '../../platform/id.ts'
import { heldClock, keyed, peek, testClinic } from '../../platform/testing.ts'
import { freshDatabase, postgresGround } from '../../platform/testing-postgres.ts'
import { eventsOf } from '../planning/visit-log.ts'
import { appendEvent, holdVisit } from './append-event.ts'
import { changeRate } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { recall } from './kept-visits.ts'
import { pumpFound } from './pump-found.ts'
import { readVisit } from './read-visit.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { takeOver } from './take-over.ts'
import { signs, visitRunning } from './testing.ts'

const clock = heldClock()
const url = await freshDatabase()
const [here, there] = [await postgresGround(clock, url), await postgresGround(clock, url)]
const entry = { kind: 'vitals', ...signs } as const
const onOther = (ctx: Ctx): Ctx => openContext(there, { clinicId: ctx.clinicId, actor: ctx.actor })
const running = async () => visitRunning(await testClinic(clock, here), { indication: 'pain' })
afterEach(() => vi.restoreAllMocks())

/** What a server keeps of a visit is what folding the log anew says, as far as it has read it. */
const isKeptRight = async (ctx: Ctx, sessionId: string) => {
  const log = await peek(ctx, (tx) => eventsOf(tx, [sessionId]))
  const whole = log.get(sessionId) ?? []
  for (const { database } of [here, there]) {
    const known = recall(database, ctx.clinicId, sessionId)
    if (!known) continue
    const upTo = whole.filter(({ seq = 0 }) => seq <= known.seq)
    expect(known.kept.events).toEqual(upTo)
    expect(known.kept.folded).toEqual(foldSession(upTo))
    expect(known.kept).toEqual(keepVisit(upTo))
  }
  return whole
}

/** The statements that the driver sends to this database while something is done; the sealer's are its own, as are other files'. */
const statementsOf = async (deed: () => Promise<unknown>): Promise<string[]> => {
  const sent: string[] = []
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...asked: unknown[]) {
    const [first] = asked
    const text = typeof first === 'string' ? first : (first as { text?: string }).text
    const isOurs = this.database === new URL(url).pathname.slice(1)
    if (isOurs && !text?.includes('seal_audit')) sent.push(text ?? '')
    return Reflect.apply(query, this, asked)
  })
  await deed()
  vi.restoreAllMocks()
  return sent
}

test('an entry is one round trip when nobody else wrote, and two when somebody has', async () => {
  const { nurse, sessionId } = await running()
  await readVisit(nurse, sessionId)
  const alone = await statementsOf(() => chartEntry(nurse, { sessionId, entry }))
  expect(alone).toEqual([expect.stringContaining('write_entry')])
  await chartEntry(onOther(nurse), { sessionId, entry })
  const late = await statementsOf(() => chartEntry(nurse, { sessionId, entry }))
  expect(late).toEqual([expect.stringContaining('write_entry'), expect.stringContaining('write_entry')])
  const again = await statementsOf(() => chartEntry(nurse, { sessionId, entry }))
  expect(again).toHaveLength(1)
  await isKeptRight(nurse, sessionId)
})

test('a pause, a stop with its total, a lower rate, a pump that is found and a take-over are one round trip each', async () => {
  const { nurse, second, sessionId } = await running()
  const { order } = await readVisit(nurse, sessionId)
  const lower = String(Number(order.rateMlPerHour) / 2)
  const acts = [
    () => changeRate(nurse, { sessionId, rateMlPerHour: lower, reason: 'asks for less' }),
    () => pumpFound(nurse, { sessionId, rateMlPerHour: lower, note: null }),
    () => takeOver(second, { sessionId }),
    () => pauseInfusion(nurse, { sessionId, reason: 'asks' }),
    () => stopInfusion(nurse, { sessionId, reason: 'asks', totalMl: '12' }),
  ]
  const calls = []
  for (const act of acts) calls.push(await statementsOf(act))
  expect(calls).toEqual(acts.map(() => [expect.stringContaining('write_entry')]))
  const whole = await isKeptRight(nurse, sessionId)
  expect(whole.slice(-6).map(({ kind }) => kind)).toEqual([
    'rate-changed',
    'pump-found',
    'taken-over',
    'paused',
    'stopped',
    'pump-read',
  ])
  await chartEntry(onOther(nurse), { sessionId, entry })
  const late = await statementsOf(() => takeOver(nurse, { sessionId }))
  expect(late).toHaveLength(2)
})

test('a stop sent again is the same two entries, at the other server too and when the pump has long been settled', async () => {
  const { nurse, sessionId } = await running()
  const id = uuid7(clock.now)
  const stop = (ctx: Ctx) => stopInfusion(keyed(ctx, id, 'stop'), { sessionId, reason: 'asks', totalMl: '12' })
  const first = await stop(nurse)
  expect(new Set(first.eventIds).size).toBe(2)
  expect(await stop(nurse)).toEqual(first)
  expect(await stop(onOther(nurse))).toEqual(first)
  const whole = await isKeptRight(nurse, sessionId)
  expect(whole.filter(({ kind }) => kind === 'stopped' || kind === 'pump-read').map((event) => event.id)).toEqual(first.eventIds)
})

test('fifty hands on one visit at two servers write each entry once, and both keep what the log says', async () => {
  const { nurse, second, sessionId } = await running()
  const before = (await readVisit(nurse, sessionId)).events.length
  const hands = Array.from({ length: 50 }, (_, i) => {
    const who = i % 3 === 0 ? second : nurse
    return keyed(i % 2 === 0 ? who : onOther(who), uuid7(clock.now), `${i}`)
  })
  const answers = await Promise.all(hands.map((ctx) => chartEntry(ctx, { sessionId, entry })))
  expect(new Set(answers.flatMap(({ eventIds }) => eventIds)).size).toBe(50)
  const whole = await isKeptRight(nurse, sessionId)
  expect(whole.map(({ seq }) => seq)).toEqual(Array.from({ length: before + 50 }, (_, i) => i + 1))
  // The other way to write, which holds the visit in a step, is one more hand.
  await Promise.all([pauseInfusion(onOther(nurse), { sessionId, reason: 'asks' }), chartEntry(nurse, { sessionId, entry })])
  expect((await readVisit(onOther(nurse), sessionId)).state).toBe('paused')
  await readVisit(nurse, sessionId)
  await isKeptRight(nurse, sessionId)
})

test('of one entry sent to two servers at once one is written, and both answer with it', async () => {
  const { nurse, sessionId } = await running()
  const id = uuid7(clock.now)
  const sent = [keyed(nurse, id, 'a'), keyed(onOther(nurse), id, 'a'), keyed(nurse, id, 'a'), keyed(onOther(nurse), id, 'a')]
  const answers = await Promise.all(sent.map((ctx) => chartEntry(ctx, { sessionId, entry })))
  expect(new Set(answers.map(({ eventIds }) => eventIds.join())).size).toBe(1)
  const whole = await isKeptRight(nurse, sessionId)
  expect(whole.filter((event) => event.id === id)).toHaveLength(1)
})

test('what a step wrote and took back with it is kept by nobody', async () => {
  const { nurse, sessionId } = await running()
  await readVisit(nurse, sessionId)
  const undone = new Error('undone')
  const step = inOneStep(nurse, 'try', async (tx) => {
    await appendEvent(nurse, tx, await holdVisit(tx, sessionId), { kind: 'note', text: 'never' })
    await appendEvent(nurse, tx, await holdVisit(tx, sessionId), { kind: 'note', text: 'never either' })
    throw undone
  })
  await expect(step).rejects.toBe(undone)
  await chartEntry(onOther(nurse), { sessionId, entry })
  await chartEntry(nurse, { sessionId, entry })
  const whole = await isKeptRight(nurse, sessionId)
  expect(whole.some((event) => event.kind === 'note' && event.text.startsWith('never'))).toBe(false)
})
