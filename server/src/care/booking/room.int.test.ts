import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { setPolicyValue } from '../clinic/set-policy-value.ts'
import { bookCall } from './book-call.ts'
import { bookForPerson } from './book-for-person.ts'
import type { BookCall } from './booking-form.ts'
import { callsOn } from './calls-on.ts'
import { cancelCall } from './cancel-appointment.ts'
import { holdTime } from './hold-time.ts'
import { timesIn } from './kept-times.ts'
import { moveAppointment } from './move-appointment.ts'
import { offeredTo } from './offered-to.ts'
import { insertAppointment } from './store.ts'

let clinic: TestClinic
let nurse: Ctx
let prescriber: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  nurse = await clinic.as('nurse')
  prescriber = await clinic.as('prescriber')
  // One who takes calls: one calendar.
  await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.updateTable('staff').set({ takesCalls: false }).where('id', '=', staffOf(prescriber).id).execute(),
  )
})

const set = (name: string, value: number) =>
  setPolicyValue(prescriber, {
    policy: 'booking',
    name,
    value,
    validFrom: clinic.clock.now,
    reason: 'a breath between calls',
  })
const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
let presses = 0
const book = (clock: string, more: Partial<BookCall> = {}) => {
  presses += 1
  return bookCall(keyed(clinic.visitor, `press ${presses}`), {
    state: 'VA',
    start: at(clock),
    zone: 'America/New_York',
    name: `Caller ${presses}`,
    phone: '+15405550142',
    email: `caller-${presses}@example.test`,
    ...more,
  })
}
const offered = async () => {
  const { days } = await timesIn(clinic.visitor, { state: 'VA', viewZone: 'America/New_York' })
  return days.flatMap(({ date, slots }) => (date === '2026-11-24' ? slots.map(({ start }) => start.slice(11, 16)) : []))
}
const around = (times: readonly string[]) => times.filter((time) => time >= '16:15' && time <= '18:00')
describe('buffers bypassed by a hand-made request', () => {
  beforeEach(async () => {
    await set('callBufferBeforeMinutes', 10)
    await set('callBufferAfterMinutes', 20)
  })

  test('what lies too near a call is not on offer, and asked for all the same it is refused with what is', async () => {
    await book('17:00')
    expect(around(await offered())).toEqual(['16:15', '17:45', '18:00'])
    for (const near of ['16:30', '16:45', '17:15', '17:30'])
      await expect(book(near)).rejects.toMatchObject({
        code: 'slot-taken',
        fresh: expect.arrayContaining([expect.objectContaining({ start: at('16:15') })]),
      })
    await expect(book('16:15')).resolves.toMatchObject({ start: at('16:15') })
  })

  test('the database refuses it too, when a server knows nothing yet of the neighbor', async () => {
    const { personId } = await book('20:00')
    expect(await offered()).toContain('17:15')
    await inTransaction(clinic.ground.database, clinic.clinicId, async (tx) => {
      const one = await tx.db
        .selectFrom('appointment')
        .where('clinicId', '=', tx.clinicId)
        .select('clinicianId')
        .executeTakeFirstOrThrow()
      await insertAppointment(tx, {
        id: clinic.ground.newId(clinic.clock.now),
        kind: 'call',
        personId,
        clinicianId: one.clinicianId,
        chairId: null,
        start: new Date(at('17:00')),
        end: new Date(at('17:15')),
        around: { beforeMinutes: 10, afterMinutes: 20 },
        zone: 'America/New_York',
        at: clinic.clock.now,
      })
    })
    await expect(book('17:15')).rejects.toMatchObject({ code: 'slot-taken' })
    await expect(book('16:45')).rejects.toMatchObject({ code: 'slot-taken' })
    await expect(book('17:45')).resolves.toMatchObject({ start: at('17:45') })
  })

  test('no door of the staff is a way around it: booking, moving, holding', async () => {
    const first = await book('17:00')
    const other = await book('20:00')
    const { days } = await offeredTo(nurse, { personId: other.personId, kind: 'call', place: 'phone' })
    const shown = days.flatMap(({ slots }) => slots.map(({ start }) => start))
    expect(shown).toContain(at('16:15'))
    for (const near of ['16:30', '16:45', '17:15', '17:30']) {
      expect(shown).not.toContain(at(near))
      const start = at(near)
      await expect(bookForPerson(nurse, { personId: other.personId, kind: 'call', start })).rejects.toMatchObject({
        code: 'slot-taken',
      })
      await expect(moveAppointment(nurse, { appointmentId: other.id, start })).rejects.toMatchObject({ code: 'slot-taken' })
      await expect(holdTime(nurse, { appointmentId: other.id, start })).rejects.toMatchObject({ code: 'slot-taken' })
    }
    const { open } = await callsOn(nurse, { day: '2026-11-24' })
    expect(open.some(({ start, end }) => start < at('17:35') && end > at('16:40'))).toBe(false)
    await moveAppointment(nurse, { appointmentId: first.id, start: at('17:15') })
    expect(around(await offered())).toEqual(['16:15', '16:30', '18:00'])
  })

  test('what a call was given with stays with it when the clinic asks for less', async () => {
    await book('17:00')
    clinic.clock.forward(1)
    await set('callBufferBeforeMinutes', 0)
    await set('callBufferAfterMinutes', 0)
    expect(around(await offered())).toEqual(['16:15', '16:30', '17:45', '18:00'])
    await expect(book('17:15')).rejects.toMatchObject({ code: 'slot-taken' })
  })

  test('a time that was held keeps its neighbors away as a booking does', async () => {
    const { id } = await book('20:00')
    await holdTime(nurse, { appointmentId: id, start: at('17:00') })
    expect(around(await offered())).toEqual(['16:15', '17:45', '18:00'])
    await expect(book('17:15')).rejects.toMatchObject({ code: 'slot-taken' })
    clinic.clock.forward(6)
    await expect(book('17:15')).resolves.toMatchObject({ start: at('17:15') })
  })
})

describe('the most of a day', () => {
  beforeEach(async () => {
    await set('callsPerDayMost', 2)
  })

  test('is reached by calls of that day, kept, missed or to come; a cancellation gives one back', async () => {
    const first = await book('16:00')
    await book('18:00')
    expect(await offered()).toEqual([])
    await expect(book('20:00')).rejects.toMatchObject({ code: 'slot-taken' })
    await expect(book('15:00', { start: '2026-11-25T16:00:00.000Z' })).resolves.toBeTruthy()
    await cancelCall(nurse, { appointmentId: first.id })
    expect(await offered()).toContain('20:00')
    await expect(book('20:00')).resolves.toBeTruthy()
    await expect(book('21:00')).rejects.toMatchObject({ code: 'slot-taken' })
  })

  test('counts what is over: a past slot gives nobody a third', async () => {
    await book('14:00', { start: '2026-11-23T15:00:00.000Z' })
    await book('14:00', { start: '2026-11-23T16:00:00.000Z' })
    clinic.clock.forward(4 * 60)
    await expect(book('14:00', { start: '2026-11-23T20:00:00.000Z' })).rejects.toMatchObject({ code: 'slot-taken' })
  })

  test('binds the staff, and a move within the day is no third', async () => {
    const { id, personId } = await book('16:00')
    await book('18:00')
    const third = { personId, kind: 'call', start: at('20:00') } as const
    await expect(bookForPerson(nurse, third)).rejects.toMatchObject({ code: 'slot-taken' })
    await expect(moveAppointment(nurse, { appointmentId: id, start: at('20:00') })).resolves.toMatchObject({ id })
  })

  test('what the desk holds counts until it is let go', async () => {
    const other = await book('16:00', { start: '2026-11-25T16:00:00.000Z' })
    await book('16:00')
    await holdTime(nurse, { appointmentId: other.id, start: at('20:00') })
    expect(await offered()).toEqual([])
    await expect(book('18:00')).rejects.toMatchObject({ code: 'slot-taken' })
    clinic.clock.forward(6)
    await expect(book('18:00')).resolves.toBeTruthy()
  })
})
