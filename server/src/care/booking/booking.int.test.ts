import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../platform/database.ts'
import { deliverDue } from '../../platform/message.ts'
import { heldClock, keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import type { BookCall } from './booking-form.ts'
import { cancelCall } from './cancel-appointment.ts'
import { missCall } from './close-appointment.ts'
import { timesIn } from './kept-times.ts'
import { bookingLetters } from './letters.ts'
import { moveAppointment } from './move-appointment.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  await clinic.as('nurse')
})

const quarterPast = '2026-11-24T15:15:00.000Z'
const robin: BookCall = {
  state: 'VA',
  start: quarterPast,
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
}
const days = (state = 'VA', viewZone = 'America/New_York') =>
  timesIn(clinic.visitor, { state, viewZone }).then(({ days }) => days)
const startsOf = async () => (await days()).flatMap(({ slots }) => slots.map(({ start }) => start))
const letters = () =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', 'is not', null)
      .orderBy('dueAt')
      .selectAll()
      .execute(),
  )
const post = () => deliverDue(clinic.ground, bookingLetters, clinic.clinicId)
const persons = () =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('person').where('clinicId', '=', clinic.clinicId).selectAll().execute(),
  )
const setClinic = (values: { zone?: string; hours?: object }) =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .updateTable('clinic')
      .set({ ...(values.zone && { zone: values.zone }), ...(values.hours && { hours: JSON.stringify(values.hours) }) })
      .where('id', '=', clinic.clinicId)
      .execute(),
  )

describe('times on offer', () => {
  test('two weeks and today, weekends shown as closed, nothing within the hour', async () => {
    const shown = await days()
    expect(shown).toHaveLength(15)
    expect(shown.map(({ state }) => state).join(' ')).toBe(
      'open open open open open closed closed open open open open open closed closed open',
    )
    expect(shown[0]?.slots[0]?.start).toBe('2026-11-23T15:00:00.000Z')
  })

  test('a time is named once though two people could take it, and stays while one of them is free', async () => {
    await clinic.as('prescriber')
    expect((await startsOf()).filter((start) => start === quarterPast)).toHaveLength(1)
    await bookCall(clinic.visitor, robin)
    expect(await startsOf()).toContain(quarterPast)
    await bookCall(clinic.visitor, { ...robin, email: 'second@example.test' })
    expect(await startsOf()).not.toContain(quarterPast)
  })

  test('a day that the clinic closed stays in the list and says so', async () => {
    await inTransaction(clinic.ground.database, clinic.clinicId, ({ db, clinicId }) =>
      db
        .insertInto('closure')
        .values({ clinicId, id: clinic.ground.newId(clinic.clock.now), onDate: '2026-11-24', reason: 'training' })
        .execute(),
    )
    expect((await days())[1]).toEqual({ date: '2026-11-24', state: 'closed', slots: [] })
  })

  test('a state without a licence has none, whatever the clinic lists', async () => {
    expect((await days('NC')).every(({ slots }) => slots.length === 0)).toBe(true)
    await expect(bookCall(clinic.visitor, { ...robin, state: 'NC' })).rejects.toMatchObject({ code: 'outside-states' })
    await expect(bookCall(clinic.visitor, { ...robin, state: 'OTHER' })).rejects.toMatchObject({ code: 'outside-states' })
  })

  test('the spring night has no half past two, and the autumn night has it twice', async () => {
    await setClinic({ hours: { 7: [['01:30', '03:30']] } })
    const local = async () => {
      const starts = (await days()).flatMap(({ slots }) => slots).map(({ start }) => new Date(start))
      return starts.map((at) => at.toLocaleTimeString('en-GB', { timeZone: 'America/New_York', timeStyle: 'short' })).slice(0, 8)
    }
    clinic.clock.now = new Date('2027-03-13T12:00:00Z')
    expect(await local()).toEqual(['01:30', '01:45', '03:00', '03:15', '01:30', '01:45', '02:00', '02:15'])
    clinic.clock.now = new Date('2027-11-06T12:00:00Z')
    expect(await local()).toEqual(['01:30', '01:45', '01:00', '01:15', '01:30', '01:45', '02:00', '02:15'])
  })
})

describe('booking a call', () => {
  test('takes the time and makes a person', async () => {
    const booked = await bookCall(clinic.visitor, robin)
    expect(booked).toMatchObject({ start: quarterPast, end: '2026-11-24T15:30:00.000Z' })
    expect(await startsOf()).not.toContain(quarterPast)
    expect(await persons()).toMatchObject([{ id: booked.personId, name: 'Robin Madeupname', state: 'VA', acceptedAt: null }])
  })

  test('of a time that somebody has is refused with free times next to it', async () => {
    await bookCall(clinic.visitor, robin)
    const late = bookCall(clinic.visitor, { ...robin, email: 'late@example.test' })
    const { code, fresh } = await late.catch((problem) => problem)
    expect(code).toBe('slot-taken')
    const starts = fresh.map(({ start }: { start: string }) => start)
    expect(starts).toHaveLength(12)
    expect(starts).toEqual(expect.arrayContaining(['2026-11-24T15:00:00.000Z', '2026-11-24T15:30:00.000Z']))
    expect(starts).not.toContain(quarterPast)
    expect(await persons()).toHaveLength(1)
  })

  test('of a time that was never on offer names the field', async () => {
    for (const start of [
      '2026-11-24T15:20:00.000Z',
      '2026-11-23T14:45:00.000Z',
      '2026-11-28T15:00:00.000Z',
      '2026-12-08T15:00:00.000Z',
    ])
      await expect(bookCall(clinic.visitor, { ...robin, start })).rejects.toMatchObject({
        code: 'not-valid',
        faults: [{ field: 'start' }],
      })
  })

  test('twice with one address makes two persons', async () => {
    await bookCall(clinic.visitor, robin)
    await bookCall(clinic.visitor, { ...robin, start: '2026-11-25T15:15:00.000Z' })
    const both = await persons()
    expect(new Set(both.map(({ id }) => id)).size).toBe(2)
    expect(new Set(both.map(({ email }) => email)).size).toBe(1)
  })

  test('sent twice by one impatient thumb books once', async () => {
    const ctx = keyed(clinic.visitor, 'impatient-thumb')
    const [first, second] = [await bookCall(ctx, robin), await bookCall(ctx, robin)]
    expect(second).toEqual(first)
    expect(await persons()).toHaveLength(1)
  })

  test('on the eve of a clock change is confirmed in the time of the day itself', async () => {
    clinic.clock.now = new Date('2027-03-12T15:00:00Z')
    await bookCall(clinic.visitor, { ...robin, start: '2027-03-15T14:00:00.000Z', zone: 'America/Chicago' })
    await post()
    expect((await letters())[0]?.body).toContain('Monday, March 15 at 9:00 AM CT')
  })
})

describe('letters', () => {
  test('say when and how to move it, and nothing about health', async () => {
    await bookCall(clinic.visitor, robin)
    await post()
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter).toMatchObject({ recipient: robin.email, subject: 'Your call with Test clinic' })
    expect(letter?.body).toContain('Tuesday, November 24 at 10:15 AM ET')
    expect(letter?.body).toMatch(/http:\/\/[\w-]+\.localhost:4600\/l\/[\w-]{43}\/appointment/)
    expect(`${letter?.subject}${letter?.body}${letter?.calendar}`).not.toMatch(
      /ketamine|infusion|pain|depress|patient|medic|treat/i,
    )
    expect(letter?.calendar).toContain('SUMMARY:Call with Test clinic')
  })

  test('remind a day and an hour before', async () => {
    await bookCall(clinic.visitor, { ...robin, start: '2026-11-25T15:15:00.000Z' })
    for (const at of ['2026-11-23T14:01:00Z', '2026-11-24T15:14:00Z', '2026-11-24T15:15:00Z', '2026-11-25T14:15:00Z']) {
      clinic.clock.now = new Date(at)
      await post()
    }
    expect((await letters()).map(({ kind, dueAt }) => [kind, dueAt.toISOString().slice(8, 16)])).toEqual([
      ['appointment-told', '23T14:00'],
      ['appointment-reminder', '24T15:15'],
      ['appointment-reminder', '25T14:15'],
    ])
  })

  test('are not sent after the call was called off, not even one that was already due', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await cancelCall(clinic.visitor, { appointmentId: id })
    clinic.clock.now = new Date('2026-11-24T14:30:00Z')
    await post()
    expect(await letters()).toEqual([])
  })

  test('follow a move: new time, same UID, higher SEQUENCE, no reminder for the old time', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await post()
    clinic.clock.forward(5)
    await moveAppointment(clinic.visitor, { appointmentId: id, start: '2026-11-24T20:00:00.000Z' })
    await post()
    const [first, second] = (await letters()).map(({ calendar, body }) => ({ calendar: calendar ?? '', body: body ?? '' }))
    expect(second?.body).toContain('Tuesday, November 24 at 3:00 PM ET')
    const line = (name: string, text = '') => text.split('\r\n').find((each) => each.startsWith(name))
    expect(line('UID', second?.calendar)).toBe(line('UID', first?.calendar))
    expect([line('SEQUENCE', first?.calendar), line('SEQUENCE', second?.calendar)]).toEqual(['SEQUENCE:0', 'SEQUENCE:1'])
    expect(line('DTSTART', second?.calendar)).toContain('20261124T200000Z')
    clinic.clock.now = new Date('2026-11-24T14:30:00Z')
    await post()
    expect((await letters()).map(({ dueAt }) => dueAt.toISOString().slice(8, 16))).toEqual(['23T14:00', '23T14:05', '23T20:00'])
  })

  test('come back when a call is moved away and back', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    clinic.clock.forward(1)
    await moveAppointment(clinic.visitor, { appointmentId: id, start: '2026-11-25T20:00:00.000Z' })
    clinic.clock.forward(1)
    await moveAppointment(clinic.visitor, { appointmentId: id, start: quarterPast })
    clinic.clock.now = new Date('2026-11-24T14:15:00Z')
    await post()
    expect((await letters()).map(({ kind }) => kind)).toContain('appointment-reminder')
  })
})

describe('moving and calling off', () => {
  test('a move frees the old time and takes the new one', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await moveAppointment(clinic.visitor, { appointmentId: id, start: '2026-11-24T20:00:00.000Z' })
    const starts = await startsOf()
    expect(starts).toContain(quarterPast)
    expect(starts).not.toContain('2026-11-24T20:00:00.000Z')
  })

  test('a move on to a taken time is refused and keeps the old one', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    const other = '2026-11-24T20:00:00.000Z'
    await bookCall(clinic.visitor, { ...robin, start: other })
    await expect(moveAppointment(clinic.visitor, { appointmentId: id, start: other })).rejects.toMatchObject({
      code: 'slot-taken',
    })
    expect(await startsOf()).not.toContain(quarterPast)
  })

  test('a call that is over cannot be moved or called off', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    clinic.clock.now = new Date(quarterPast)
    const again = { appointmentId: id, start: '2026-11-25T15:15:00.000Z' }
    await expect(moveAppointment(clinic.visitor, again)).rejects.toMatchObject({ code: 'appointment-over' })
    await expect(cancelCall(clinic.visitor, again)).rejects.toMatchObject({ code: 'appointment-over' })
  })

  test('a call that was called off frees its time and stays off', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await cancelCall(clinic.visitor, { appointmentId: id })
    expect(await startsOf()).toContain(quarterPast)
    const move = moveAppointment(clinic.visitor, { appointmentId: id, start: '2026-11-25T15:15:00.000Z' })
    await expect(move).rejects.toMatchObject({ code: 'appointment-over' })
    expect(await cancelCall(clinic.visitor, { appointmentId: id })).toMatchObject({ id })
  })

  test('a call can be missed only once it was due', async () => {
    const nurse = await clinic.as('nurse')
    const { id } = await bookCall(clinic.visitor, robin)
    await expect(missCall(nurse, { appointmentId: id })).rejects.toMatchObject({ code: 'time-not-possible' })
    clinic.clock.now = new Date('2026-11-24T15:20:00Z')
    expect(await missCall(nurse, { appointmentId: id })).toMatchObject({ id })
  })
})
