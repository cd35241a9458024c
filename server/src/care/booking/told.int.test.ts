import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep, openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { deliverDue } from '../../platform/message.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { addPerson } from '../people/add-person.ts'
import { bookCall } from './book-call.ts'
import { bookForPerson } from './book-for-person.ts'
import { cancelCall } from './cancel-appointment.ts'
import { missCall } from './close-appointment.ts'
import { holdTime, releaseTime } from './hold-time.ts'
import { bookingLetters } from './letters.ts'
import { moveAppointment } from './move-appointment.ts'
import { offeredTo } from './offered-to.ts'
import { overlapsAmong } from './store.ts'

let clinic: TestClinic
let nurse: Ctx
let desk: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  nurse = await clinic.as('nurse')
  desk = await clinic.as('front desk')
  await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .updateTable('staff')
      .set({ takesCalls: false })
      .where('clinicId', '=', clinic.clinicId)
      .where('title', '=', 'front desk')
      .execute(),
  )
})

const [ten, two, three] = ['2026-11-24T15:15:00.000Z', '2026-11-24T19:00:00.000Z', '2026-11-24T20:00:00.000Z']
const robin = {
  state: 'VA',
  start: ten,
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
}
const post = () => deliverDue(clinic.ground, bookingLetters, clinic.clinicId)
const letters = () =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', 'is not', null)
      .orderBy('sentAt')
      .orderBy('id')
      .selectAll()
      .execute(),
  )
const subjects = async () => (await letters()).map(({ subject }) => subject)
const known = () => {
  const { start: _, ...person } = { ...robin, name: 'Wyatt Sampler', email: 'wyatt@example.test' }
  return addPerson(nurse, person)
}
const byLink = (appointmentId: string) =>
  openContext(clinic.ground, {
    clinicId: clinic.clinicId,
    actor: { kind: 'link', id: appointmentId, purpose: 'appointment', recordId: appointmentId },
  })
const line = (calendar: string | null | undefined, name: string) =>
  (calendar ?? '')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .find((each) => each.startsWith(name))

describe('B06 to B08: what the clinic changes is told once, and the calendar follows', () => {
  test('the desk cancels: one letter with CANCEL for the same entry, and nothing after it', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await post()
    clinic.clock.forward(5)
    await cancelCall(desk, { appointmentId: id, words: 'Sorry, our nurse is ill.' })
    await post()
    const [first, off, ...more] = await letters()
    expect(more).toEqual([])
    expect(off).toMatchObject({ subject: 'Your call with Test clinic is canceled', recipient: robin.email })
    expect(off?.body).toContain('Sorry, our nurse is ill.')
    expect(off?.body).toMatch(/^Hello Robin Madeupname,/)
    expect(line(off?.calendar, 'METHOD')).toBe('METHOD:CANCEL')
    expect(line(first?.calendar, 'METHOD')).toBe('METHOD:REQUEST')
    expect(line(off?.calendar, 'UID')).toBe(line(first?.calendar, 'UID'))
    expect(line(off?.calendar, 'SEQUENCE')).toBe('SEQUENCE:1')
    clinic.clock.now = new Date('2026-11-24T14:30:00Z')
    await post()
    expect(await letters()).toHaveLength(2)
  })

  test('moved twice before a letter could go, the first letter does not speak of a new time; then one letter a change', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await moveAppointment(byLink(id), { appointmentId: id, start: two })
    await post()
    expect(await subjects()).toEqual(['Your call with Test clinic'])
    clinic.clock.forward(1)
    await moveAppointment(desk, { appointmentId: id, start: ten, words: 'Our nurse is at a chair until three.' })
    await moveAppointment(desk, { appointmentId: id, start: three, words: 'Our nurse is at a chair until three.' })
    clinic.clock.forward(1)
    await post()
    await post()
    const [, moved, ...more] = await letters()
    expect(more).toEqual([])
    expect(moved?.subject).toBe('Your call with Test clinic has a new time')
    expect(moved?.body).toContain('3:00 PM ET')
    expect(moved?.body).toContain('2:00 PM ET no longer holds')
    expect(moved?.body).toContain('Our nurse is at a chair until three.')
    expect(line(moved?.calendar, 'SEQUENCE')).toBe('SEQUENCE:3')
  })

  test('a caller who was missed gets a kind word with the way to another time, once', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    clinic.clock.now = new Date('2026-11-24T15:20:00Z')
    await missCall(desk, { appointmentId: id })
    await missCall(desk, { appointmentId: id })
    await post()
    expect(await subjects()).toEqual(['We missed each other: your call with Test clinic'])
  })

  test('letters show neither the whole phone number nor why somebody comes', async () => {
    await bookCall(clinic.visitor, robin)
    await post()
    const [letter] = await letters()
    expect(letter?.body).toContain('ends in 42')
    expect(letter?.body?.replaceAll(/\D/g, '')).not.toContain('5405550142')
  })
})

describe('A18: what a stranger can make us send', () => {
  test('a link moves its call five times; then it is the phone, and the call stays where it was', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    const times = [two, three, two, three, two]
    for (const start of times) await moveAppointment(byLink(id), { appointmentId: id, start })
    await expect(moveAppointment(byLink(id), { appointmentId: id, start: three })).rejects.toMatchObject({
      code: 'moved-too-often',
    })
    expect(await moveAppointment(desk, { appointmentId: id, start: three })).toMatchObject({ start: three })
  })

  test('an address gets six first letters a day, however many calls are booked in its name', async () => {
    for (let i = 0; i < 8; i++)
      await bookCall(clinic.visitor, { ...robin, start: new Date(Date.parse(ten) + i * 900_000).toISOString() })
    await post()
    expect((await subjects()).filter((subject) => subject === 'Your call with Test clinic')).toHaveLength(6)
  })
})

describe('B10, W12: somebody who books twice', () => {
  test('reads so in the letter to their own address; another address with the same phone reads nothing', async () => {
    await bookCall(clinic.visitor, robin)
    await bookCall(clinic.visitor, { ...robin, start: two, email: 'Robin@Example.test' })
    await bookCall(clinic.visitor, { ...robin, start: three, email: 'stranger@example.test' })
    await post()
    const bodies = new Map((await letters()).map(({ recipient, body }) => [recipient, body ?? '']))
    expect(bodies.get('Robin@Example.test')).toContain(
      'You also have a call on Tuesday, November 24 at 10:15 AM ET. If one is enough',
    )
    expect(bodies.get('stranger@example.test')).not.toContain('also')
  })
})

describe('an evaluation, the third kind of appointment', () => {
  const evaluation = async (start = ten, place: 'clinic' | 'phone' = 'clinic') => {
    const { personId } = await known()
    return { personId, booked: await bookForPerson(desk, { personId, kind: 'evaluation', place, start }) }
  }

  test('has a prescriber, minutes and a letter; nobody but a prescriber holds it', async () => {
    const { personId } = await known()
    await expect(bookForPerson(desk, { personId, kind: 'evaluation', place: 'clinic', start: ten })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'start' }],
    })
    const prescriber = await clinic.as('prescriber')
    const booked = await bookForPerson(desk, { personId, kind: 'evaluation', place: 'clinic', start: ten })
    expect(booked).toMatchObject({ end: '2026-11-24T16:00:00.000Z', clinicianId: (prescriber.actor as { id: string }).id })
    await post()
    const [letter] = await letters()
    expect(letter).toMatchObject({ subject: 'Your appointment with Test clinic', recipient: 'wyatt@example.test' })
    expect(letter?.body).toContain('Please come to Test clinic on Tuesday, November 24 at 10:15 AM ET.')
    expect(line(letter?.calendar, 'METHOD')).toBe('METHOD:REQUEST')
  })

  test('must say where it is held', async () => {
    await clinic.as('prescriber')
    const { personId } = await known()
    await expect(bookForPerson(desk, { personId, kind: 'evaluation', start: ten })).rejects.toMatchObject({
      faults: [{ field: 'place' }],
    })
  })

  test('takes the prescriber’s time from calls, and moves and ends as a call does', async () => {
    await clinic.as('prescriber')
    const { booked } = await evaluation(ten, 'phone')
    await moveAppointment(desk, { appointmentId: booked.id, start: three })
    await cancelCall(desk, { appointmentId: booked.id })
    await post()
    expect(await subjects()).toEqual([])
  })

  test('one person is in one place: an evaluation beside a call of theirs is refused and says what they have', async () => {
    await clinic.as('prescriber')
    const { personId } = await evaluation()
    const call = bookForPerson(desk, { personId, kind: 'call', start: ten })
    await expect(call).rejects.toMatchObject({
      code: 'person-elsewhere',
      faults: [
        {
          field: 'start',
          code: 'time-person-is-free',
          params: { kind: 'evaluation', at: ten, zone: 'America/New_York' },
        },
      ],
    })
    const starts = (await offeredTo(desk, { personId, kind: 'call', place: 'clinic' })).days.flatMap(({ slots }) =>
      slots.map(({ start }) => start),
    )
    expect(starts).not.toContain(ten)
    expect(starts).toContain('2026-11-24T16:00:00.000Z')
  })

  test('two records that are one person show their overlap before they are merged', async () => {
    await clinic.as('prescriber')
    const { personId } = await evaluation()
    const other = await bookCall(clinic.visitor, robin)
    const pairs = await inOneStep(desk, 'look', (tx) => overlapsAmong(tx, [personId, other.personId]))
    expect(pairs.map((pair) => pair.map(({ kind }) => kind).sort())).toEqual([['call', 'evaluation']])
  })
})

describe('a time that is held', () => {
  test('is nobody else’s for five minutes, shows the letter, and moves nothing', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await post()
    const held = await holdTime(desk, { appointmentId: id, start: three, words: 'Sorry.' })
    expect(held).toMatchObject({ heldUntil: '2026-11-23T14:05:00.000Z', version: 2 })
    expect(held.letter?.subject).toBe('Your call with Test clinic has a new time')
    expect(held.letter?.body).toContain('Sorry.')
    await expect(bookCall(clinic.visitor, { ...robin, start: three })).rejects.toMatchObject({ code: 'slot-taken' })
    expect(await subjects()).toEqual(['Your call with Test clinic'])
    clinic.clock.forward(5)
    expect(await bookCall(clinic.visitor, { ...robin, start: three })).toMatchObject({ start: three })
    await expect(moveAppointment(desk, { appointmentId: id, start: three })).rejects.toMatchObject({ code: 'slot-taken' })
  })

  test('put back, is free at once; moved to, is the appointment’s own', async () => {
    const { id } = await bookCall(clinic.visitor, robin)
    await holdTime(desk, { appointmentId: id, start: three })
    await releaseTime(desk, { appointmentId: id })
    await holdTime(desk, { appointmentId: id, start: two })
    expect(await bookCall(clinic.visitor, { ...robin, start: three })).toMatchObject({ start: three })
    expect(await moveAppointment(desk, { appointmentId: id, start: two })).toMatchObject({ start: two })
    expect(await bookCall(clinic.visitor, { ...robin, start: ten })).toMatchObject({ start: ten })
  })
})
