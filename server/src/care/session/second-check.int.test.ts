import { beforeEach, describe, expect, test } from 'vitest'
import { bookOfDay } from '../../ledgers/substances/book.ts'
import { emptyVial } from '../../ledgers/substances/empty-vial.ts'
import { left } from '../../ledgers/substances/testing.ts'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { keyed, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { openAlerts } from '../alerts/store.ts'
import { resume } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { drawUp } from './draw-up.ts'
import { giveReading, openCheck, takeReadingBack } from './give-reading.ts'
import { readCheck } from './read-check.ts'
import { readVisit } from './read-visit.ts'
import { sendBack } from './send-back.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, stopInfusion } from './stop-infusion.ts'
import { readingFor, signs, visitCleared, wordOf } from './testing.ts'

let clinic: TestClinic
let ready: Awaited<ReturnType<typeof visitCleared>>
beforeEach(async () => {
  clinic = await testClinic()
  ready = await visitCleared(clinic, { indication: 'depression' })
})

const reading = (change: Parameters<typeof readingFor>[2] = {}) => ({
  sessionId: ready.sessionId,
  ...readingFor('depression', ready.vialId, change),
})
const slip = () => reading({ syringeMl: '7.2', vials: [{ vialId: ready.vialId, ml: '7.2' }] })
const seen = (ctx: Ctx) => readVisit(ctx, ready.sessionId)
const textFor = async (ctx: Ctx) => JSON.stringify(await seen(ctx))

describe('what leaves the server before two people agree', () => {
  test('is neither the order’s mL and mL/h nor what somebody else has read, to anybody', async () => {
    const { nurse, second, prescriber } = ready
    await giveReading(nurse, reading({ infusateMg: '33.3', syringeMl: '0.777', rateMlPerHour: '123.7' }))
    clinic.clock.forward(1)
    for (const ctx of [second, prescriber]) {
      const text = await textFor(ctx)
      for (const value of ['33.3', '0.777', '123.7', '"0.72"', '"150"', '0.72 mL', '150 mL/h']) expect(text).not.toContain(value)
      expect(await seen(ctx)).toMatchObject({
        order: { infusateMg: '36', syringeMl: null, rateMlPerHour: null },
        check: { kind: 'one', isOpen: false, off: [], readings: [{ by: staffOf(nurse).id }] },
      })
    }
    expect(await textFor(nurse)).toContain('0.777')
  })

  test('stays hidden after a slip, until both read the right value; then the slip stands beside it', async () => {
    const { nurse, second, vialId } = ready
    await readCheck(nurse, reading())
    clinic.clock.forward(1)
    expect(await readCheck(second, slip())).toMatchObject({ check: 'differ', off: ['syringeMl'], isDrawn: false })
    for (const ctx of [nurse, second])
      expect(await seen(ctx)).toMatchObject({
        order: { syringeMl: null, rateMlPerHour: null },
        check: { kind: 'differ', off: ['syringeMl'], slips: [] },
      })
    expect(await textFor(nurse)).not.toContain('7.2')
    expect(await textFor(second)).not.toContain('0.72')
    clinic.clock.forward(1)
    await readCheck(second, reading())
    clinic.clock.forward(1)
    expect(await readCheck(nurse, reading())).toMatchObject({ check: 'agree', isDrawn: true })
    const { events, state, order } = await seen(nurse)
    expect([state, order.syringeMl, order.rateMlPerHour]).toEqual(['checked', '0.72', '150'])
    expect(events.flatMap((event) => (event.kind === 'check-reading' ? [event.syringeMl] : []))).toEqual([
      '0.72',
      '7.2',
      '0.72',
      '0.72',
    ])
    expect(Number(await left(nurse, vialId))).toBe(9.28)
  })

  test('opens when a prescriber is called, and an alert says so', async () => {
    const { nurse, second } = ready
    await readCheck(nurse, reading())
    await readCheck(second, slip())
    clinic.clock.forward(1)
    await openCheck(second, { sessionId: ready.sessionId })
    expect(await seen(nurse)).toMatchObject({ order: { syringeMl: '0.72' }, check: { isOpen: true } })
    expect(await textFor(nurse)).toContain('7.2')
    expect(await peek(nurse, openAlerts)).toMatchObject([{ kind: 'second check' }])
  })
})

describe('a reading', () => {
  test('is kept as it was given, though the page is loaded again and the second tablet is another', async () => {
    const { nurse, second, sessionId } = ready
    await giveReading(nurse, reading())
    clinic.clock.forward(5)
    expect((await seen(nurse)).events.at(-1)).toMatchObject({ kind: 'check-reading', syringeMl: '0.72' })
    expect(await readCheck(second, reading())).toMatchObject({ isDrawn: true })
    const { lines } = await peek(nurse, (tx) => bookOfDay(nurse, tx, undefined))
    expect(lines.filter(({ kind }) => kind === 'withdrawn')).toMatchObject([
      { sessionId, by: staffOf(nurse).name, witness: staffOf(second).name, mg: '36' },
    ])
  })

  test('sent twice with one key is one reading, and draws once', async () => {
    const { nurse, second } = ready
    await giveReading(nurse, reading())
    const again = keyed(second, 'one key')
    expect(await readCheck(again, reading())).toEqual(await readCheck(again, reading()))
    expect((await seen(nurse)).events.filter(({ kind }) => kind === 'check-reading')).toHaveLength(2)
    expect(Number(await left(nurse, ready.vialId))).toBe(9.28)
  })

  test('can be taken back by who gave it, and is too old after half an hour', async () => {
    const { nurse, second, sessionId } = ready
    await giveReading(nurse, reading())
    clinic.clock.forward(1)
    await takeReadingBack(nurse, { sessionId })
    clinic.clock.forward(1)
    expect(await readCheck(second, reading())).toMatchObject({ check: 'one' })
    clinic.clock.forward(31)
    await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
    expect(await readCheck(nurse, reading())).toMatchObject({ check: 'one', isDrawn: false })
  })

  test('on a tablet of a third person counts for the two who proved themselves', async () => {
    const { nurse, second, prescriber, sessionId } = ready
    const { facts } = await seen(prescriber)
    await readCheck(prescriber, { ...reading(), proof: await wordOf(prescriber, nurse, 'draw-up', facts) })
    const done = await readCheck(prescriber, { ...reading(), proof: await wordOf(prescriber, second, 'draw-up', facts) })
    expect(done).toMatchObject({ isDrawn: true, readBy: staffOf(second).id })
    expect((await readVisit(nurse, sessionId)).events.find(({ kind }) => kind === 'drawn-up')).toMatchObject({
      by: staffOf(nurse).id,
      witness: staffOf(second).id,
    })
  })
})

describe('both agree, and the dose cannot leave the safe', () => {
  const inTables = (work: Parameters<typeof inTransaction>[2]) => inTransaction(clinic.ground.database, clinic.clinicId, work)

  test('because the vial was emptied meanwhile: the readings stand, and another vial is read again', async () => {
    const { nurse, second, vialId, sessionId } = ready
    await giveReading(nurse, reading())
    const word = await wordOf(nurse, second, 'empty', { vialId, ml: '10', way: 'wasted' })
    await emptyVial(nurse, { vialId, way: 'wasted', note: 'broken', proof: word })
    await expect(readCheck(second, reading())).rejects.toMatchObject({ code: 'vial-short' })
    expect(await seen(second)).toMatchObject({ state: 'cleared', check: { kind: 'agree' } })
    await expect(drawUp(nurse, { sessionId })).rejects.toMatchObject({ code: 'vial-short' })
  })

  test('because a license has ended, or a role was taken away, since the reading', async () => {
    const { nurse, second, sessionId, vialId } = ready
    await giveReading(second, reading())
    await inTables(({ db }) =>
      db.updateTable('staffLicense').set({ endedAt: clinic.clock.now }).where('staffId', '=', staffOf(second).id).execute(),
    )
    await expect(readCheck(nurse, reading())).rejects.toMatchObject({ code: 'no-right', faults: [{ field: 'second' }] })
    expect(Number(await left(nurse, vialId))).toBe(10)
    expect((await readVisit(nurse, sessionId)).state).toBe('cleared')
  })

  test('because the order was sent back: what was read before counts no more', async () => {
    const { nurse, second, sessionId } = ready
    await giveReading(nurse, reading())
    clinic.clock.forward(1)
    await sendBack(nurse, { sessionId, reason: 'weight' })
    await expect(readCheck(second, reading())).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('an owner without a license can neither read nor stand behind a reading', async () => {
    const owner = await clinic.as('owner')
    await expect(giveReading(owner, reading())).rejects.toMatchObject({ code: 'no-right' })
    const { facts } = await seen(ready.nurse)
    await expect(wordOf(ready.nurse, owner, 'draw-up', facts)).rejects.toMatchObject({ code: 'no-right' })
  })
})

test('who has no license in force starts, resumes and discharges nothing; a stop and a charted sign stay open to them', async () => {
  const { nurse, second, sessionId } = ready
  await giveReading(nurse, reading())
  await readCheck(second, reading())
  await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.updateTable('staffLicense').set({ endedAt: clinic.clock.now }).where('staffId', '=', staffOf(second).id).execute(),
  )
  await expect(startInfusion(second, { sessionId })).rejects.toMatchObject({ code: 'no-right', faults: [{ field: 'right' }] })
  await startInfusion(nurse, { sessionId })
  clinic.clock.forward(2)
  await pauseInfusion(second, { sessionId, reason: 'pressure' })
  await chartEntry(second, { sessionId, entry: { kind: 'vitals', ...signs } })
  await expect(resume(second, { sessionId, rateMlPerHour: '150' })).rejects.toMatchObject({ code: 'no-right' })
  await stopInfusion(second, { sessionId, reason: 'pressure' })
})
