import { book, foldSession, pumpBeside } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { bookOfDay } from '../../ledgers/substances/book.ts'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { readVisit } from './read-visit.ts'
import { readPumpTotal, stopInfusion } from './stop-infusion.ts'
import { visitRunning, wordOf } from './testing.ts'
import { giveWasteReading, readWaste, wasteFacts, wasteRemainder } from './waste-remainder.ts'

let clinic: TestClinic
let ready: Awaited<ReturnType<typeof visitRunning>>
beforeEach(async () => {
  clinic = await testClinic()
  ready = await visitRunning(clinic, { indication: 'pain' })
  clinic.clock.forward(60)
})

const reading = (ml: string) => ({ sessionId: ready.sessionId, ml, of: 'bag' as const })
const stop = (totalMl?: string) => stopInfusion(ready.nurse, { sessionId: ready.sessionId, reason: 'Patient asks', totalMl })
const bookNow = (ctx: Ctx) => peek(ctx, (tx) => bookOfSession(tx, ready.sessionId, 'ketamine'))
const folded = async () => foldSession((await readVisit(ready.nurse, ready.sessionId)).events)

describe('the pump’s total', () => {
  test('is what was given, with what the log computes beside it and never in its place', async () => {
    await stop('24.6')
    expect(pumpBeside(await folded(), clinic.clock.now.toISOString())).toEqual({
      readMl: '24.6',
      computedMl: '25',
      isOff: false,
    })
    await readWaste(ready.nurse, reading('75.4'))
    await readWaste(ready.second, reading('75.4'))
    expect(await bookNow(ready.nurse)).toEqual({ drawnMg: '100', givenMg: '24.6', wastedMg: '75.4', openMg: '0', isOpen: false })
    const { lines } = await peek(ready.nurse, (tx) => bookOfDay(ready.nurse, tx, undefined))
    expect(lines.find(({ kind }) => kind === 'given')?.note).toBe('pump read 24.6 mL, computed 25 mL')
  })

  test('never holds up the stop: it follows, may be read again, and a large difference is marked and kept', async () => {
    await stop()
    expect((await folded()).state).toBe('stopped')
    const read = (totalMl: string | null, reason: string | null = null) =>
      readPumpTotal(ready.nurse, { sessionId: ready.sessionId, totalMl, reason })
    await read('52')
    expect(pumpBeside(await folded(), clinic.clock.now.toISOString())).toMatchObject({ readMl: '52', isOff: true })
    clinic.clock.forward(1)
    await read('25')
    expect(pumpBeside(await folded(), clinic.clock.now.toISOString())).toMatchObject({ readMl: '25', isOff: false })
  })

  test('that cannot be read is said so, with the reason; then the computed amount stands', async () => {
    await stop()
    await readPumpTotal(ready.nurse, { sessionId: ready.sessionId, totalMl: null, reason: 'Display is dead' })
    await readWaste(ready.nurse, reading('75'))
    await readWaste(ready.second, reading('75'))
    expect(await bookNow(ready.nurse)).toMatchObject({ givenMg: '25', wastedMg: '75', isOpen: false })
  })
})

describe('a waste', () => {
  test('is read by both, each unseen by the other, and nothing is wasted before both say the same', async () => {
    const { nurse, second, sessionId } = ready
    await stop('25')
    await readWaste(nurse, reading('75'))
    expect(JSON.stringify((await readVisit(second, sessionId)).events)).not.toContain('waste-reading')
    expect(await readVisit(second, sessionId)).toMatchObject({ waste: { kind: 'one', readings: [{ by: staffOf(nurse).id }] } })
    await expect(wasteRemainder(nurse, { sessionId })).rejects.toMatchObject({ code: 'draw-up-not-witnessed' })
    expect(await readWaste(second, reading('57'))).toMatchObject({ check: 'differ', isWasted: false })
    await expect(wasteRemainder(nurse, { sessionId })).rejects.toMatchObject({ code: 'check-differs' })
    clinic.clock.forward(1)
    const proof = await wordOf(nurse, second, 'waste', wasteFacts(sessionId))
    await giveWasteReading(nurse, { ...reading('75'), proof })
    clinic.clock.forward(1)
    expect(await readWaste(nurse, reading('75'))).toMatchObject({ check: 'agree', isWasted: true })
    const kinds = (await readVisit(second, sessionId)).events.filter(({ kind }) => kind === 'waste-reading')
    expect(kinds).toHaveLength(4)
  })

  test.each([
    ['is missing', '74', '1', '74'],
    ['is too much', '76', '-1', '75'],
  ])('of which something %s is written, with a discrepancy that somebody owns', async (_, ml, differenceMg, wastedMg) => {
    const { nurse, second } = ready
    await stop('25')
    await readWaste(nurse, reading(ml))
    expect(await readWaste(second, reading(ml))).toMatchObject({ isWasted: true })
    expect(book(await folded(), clinic.clock.now.toISOString())).toMatchObject({ differenceMg, openMg: '0', isClosed: true })
    expect(await bookNow(nurse)).toMatchObject({ givenMg: '25', wastedMg })
    const { discrepancies } = await peek(nurse, (tx) => bookOfDay(nurse, tx, undefined))
    expect(discrepancies).toMatchObject([
      { sessionId: ready.sessionId, ownerId: staffOf(nurse).id, book: '100', counted: String(25 + Number(ml)) },
    ])
  })

  test.each([
    ['75', '0'],
    ['75.01', '0'],
    ['74.99', '0'],
    ['75.02', '-0.02'],
    ['74.98', '0.02'],
  ])('of %s mL beside 25 of 100 given differs by %s: to 0.01 mL and no further', async (ml, differenceMg) => {
    await stop('25')
    await readWaste(ready.nurse, reading(ml))
    await readWaste(ready.second, reading(ml))
    expect(book(await folded(), clinic.clock.now.toISOString())).toMatchObject({ differenceMg, openMg: '0' })
  })

  test('is refused when the license of who read first has ended by the second reading', async () => {
    await stop('25')
    await readWaste(ready.nurse, reading('75'))
    const ended = { endedAt: clinic.clock.now }
    await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.updateTable('staffLicense').set(ended).where('staffId', '=', staffOf(ready.nurse).id).execute(),
    )
    await expect(readWaste(ready.second, reading('75'))).rejects.toMatchObject({
      code: 'no-right',
      faults: [{ field: 'second' }],
    })
    expect((await bookNow(ready.second)).wastedMg).toBe('0')
  })

  test('is not witnessed by an owner licensed in no state', async () => {
    await stop('25')
    const owner = await clinic.as('owner')
    await expect(wordOf(ready.nurse, owner, 'waste', wasteFacts(ready.sessionId))).rejects.toMatchObject({ code: 'no-right' })
    await expect(readWaste(owner, reading('75'))).rejects.toMatchObject({ code: 'no-right' })
  })
})
