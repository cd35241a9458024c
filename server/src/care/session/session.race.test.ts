import { book, foldSession } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { left } from '../../ledgers/substances/testing.ts'
import { type Ctx, openContext } from '../../platform/context.ts'
import { heldClock, keyed, peek, testClinic } from '../../platform/testing.ts'
import { freshDatabase, postgresGround } from '../../platform/testing-postgres.ts'
import { arrive } from './arrive.ts'
import { chartEntry } from './chart-entry.ts'
import { drawUp } from './draw-up.ts'
import { readCheck } from './read-check.ts'
import { readRoom } from './read-room.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { stopInfusion } from './stop-infusion.ts'
import { drawUpOf, patientReady, readingFor, signs, vialReceived, visitCleared, visitRunning } from './testing.ts'
import { readWaste } from './waste-remainder.ts'

const clock = heldClock()
const url = await freshDatabase()
const [here, there] = [await postgresGround(clock, url), await postgresGround(clock, url)]
const newClinic = () => testClinic(clock, here)
/** The same person on the other server. */
const onOther = (ctx: Ctx): Ctx => openContext(there, { clinicId: ctx.clinicId, actor: ctx.actor })

const settled = async <T>(deeds: readonly Promise<T>[]) => {
  const results = await Promise.allSettled(deeds)
  return {
    done: results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    refused: results.flatMap((each) => (each.status === 'rejected' ? [each.reason?.code] : [])),
  }
}

test('two nurses who press start at once, on two servers, get one start and one problem', async () => {
  const ready = await visitCleared(await newClinic(), { indication: 'pain' })
  const { nurse, second, sessionId } = ready
  await drawUp(nurse, await drawUpOf(ready, sessionId))
  const { done, refused } = await settled([startInfusion(nurse, { sessionId }), startInfusion(onOther(second), { sessionId })])
  expect(done).toHaveLength(1)
  expect(refused).toEqual(['session-already-started'])
  const { events } = await readVisit(nurse, sessionId)
  expect(events.filter(({ kind }) => kind === 'started')).toHaveLength(1)
})

test('one patient who is let in twice at once has one visit', async () => {
  const { nurse, appointmentIds } = await patientReady(await newClinic(), { indication: 'pain' })
  const [appointmentId = ''] = appointmentIds
  const { done, refused } = await settled([arrive(nurse, { appointmentId }), arrive(onOther(nurse), { appointmentId })])
  expect([done.length, refused]).toEqual([1, ['wrong-state']])
})

test('of two who draw up from a vial that holds enough for one, one gets it and the book stays above nothing', async () => {
  const clinic = await newClinic()
  const visits = [await visitCleared(clinic, { indication: 'pain' }), await visitCleared(clinic, { indication: 'pain' })]
  const [first] = visits
  if (!first) throw new Error('no visit')
  const vialId = await vialReceived(first.nurse, first.second, '50', '3')
  const sent = await Promise.all(visits.map(async (each) => drawUpOf({ ...each, vialId }, each.sessionId)))
  const rush = visits.flatMap(({ nurse }, i) => (sent[i] ? [drawUp(i === 0 ? nurse : onOther(nurse), sent[i])] : []))
  const { done, refused } = await settled(rush)
  expect([done.length, refused]).toEqual([1, ['vial-short']])
  expect(Number(await left(first.nurse, vialId))).toBe(1)
})

test('two people who read at once, on two servers, take the dose out of the vial once, each seen once', async () => {
  for (let i = 0; i < 5; i += 1) {
    const { nurse, second, sessionId, vialId } = await visitCleared(await newClinic(), { indication: 'depression' })
    const read = { sessionId, ...readingFor('depression', vialId) }
    const presses = [readCheck(nurse, read), readCheck(onOther(second), read), drawUp(onOther(nurse), { sessionId })]
    const { done, refused } = await settled<object>(presses)
    expect(done.length + refused.length).toBe(3)
    await drawUp(nurse, { sessionId }).catch(() => {})
    expect(Number(await left(nurse, vialId))).toBe(9.28)
    const { events, state } = await readVisit(nurse, sessionId)
    expect([state, events.filter(({ kind }) => kind === 'drawn-up').length]).toEqual(['checked', 1])
    const lines = await peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))
    expect(lines.drawnMg).toBe('36')
  }
})

test('one person who presses on two tablets at once is one reading, not two people', async () => {
  const { nurse, sessionId, vialId } = await visitCleared(await newClinic(), { indication: 'depression' })
  const read = { sessionId, ...readingFor('depression', vialId) }
  const { done } = await settled([readCheck(nurse, read), readCheck(onOther(nurse), read)])
  expect(done.map(({ check, isDrawn }) => [check, isDrawn])).toEqual([
    ['one', false],
    ['one', false],
  ])
  expect(Number(await left(nurse, vialId))).toBe(10)
})

test('the same key sent twice at once is one entry, with one answer', async () => {
  const { nurse, sessionId } = await visitRunning(await newClinic(), { indication: 'pain' })
  const entry = { kind: 'vitals', ...signs } as const
  const tries = [keyed(nurse, 'one-and-the-same'), keyed(nurse, 'one-and-the-same'), keyed(onOther(nurse), 'one-and-the-same')]
  const answers = await Promise.all(tries.map((ctx) => chartEntry(ctx, { sessionId, entry })))
  expect(new Set(answers.map(({ eventIds }) => eventIds[0])).size).toBe(1)
  const { events } = await readVisit(nurse, sessionId)
  expect(events.filter(({ kind }) => kind === 'vitals')).toHaveLength(1)
})

test('the room looks the same from two servers, and again after one was started anew', async () => {
  const { nurse, sessionId } = await visitRunning(await newClinic(), { indication: 'pain' })
  clock.forward(19)
  const seen = await readRoom(nurse)
  expect(await readRoom(onOther(nurse))).toEqual(seen)
  expect(seen.rows[0]?.visit?.due[0]).toMatchObject({ what: 'vitals', level: 'late', lateByMinutes: 14 })
  const anew = await postgresGround(clock, url)
  const ctx = openContext(anew, { clinicId: nurse.clinicId, actor: nurse.actor })
  expect(await readRoom(ctx)).toEqual(seen)
  await chartEntry(ctx, { sessionId, entry: { kind: 'vitals', ...signs } })
  expect(await readRoom(nurse)).toEqual(await readRoom(onOther(nurse)))
})

test('two who waste one remainder at once write it into the book once', async () => {
  const ready = await visitRunning(await newClinic(), { indication: 'pain' })
  const { nurse, second, sessionId } = ready
  clock.forward(60)
  await stopInfusion(nurse, { sessionId, reason: 'Patient asks', totalMl: '25' })
  const reading = { sessionId, ml: '75', of: 'bag' } as const
  const { done } = await settled([readWaste(nurse, reading), readWaste(onOther(second), reading), readWaste(nurse, reading)])
  expect(done.filter(({ isWasted }) => isWasted)).toHaveLength(1)
  const { wastedMg, isOpen } = await peek(nurse, (tx) => bookOfSession(tx, sessionId, 'ketamine'))
  expect([wastedMg, isOpen]).toEqual(['75', false])
  const { events } = await readVisit(nurse, sessionId)
  expect(book(foldSession(events), clock.now.toISOString())).toMatchObject({ givenMg: '25', wastedMg: '75', isClosed: true })
})

test('one person with two plans, let in at two chairs at once, has one open visit', async () => {
  // The next morning: both visits must fit into one day of the clinic.
  clock.now = new Date('2026-11-24T15:00:00Z')
  const clinic = await newClinic()
  const first = await patientReady(clinic, { indication: 'depression', chair: 'A' })
  const { nurse, personId, appointmentIds } = first
  const later = new Date(clinic.clock.now.getTime() + 2 * 3_600_000)
  const other = await patientReady(clinic, { indication: 'pain', chair: 'B', person: personId, from: later })
  const arrivals = [appointmentIds[0], other.appointmentIds[0]].map((appointmentId = '') => ({ appointmentId }))
  const { done, refused } = await settled(arrivals.map((sent, i) => arrive(i === 0 ? nurse : onOther(nurse), sent)))
  expect([done.length, refused]).toEqual([1, ['already-here']])
})
