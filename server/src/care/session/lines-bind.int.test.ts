import { clinicalDefaults, type LineTerms, shippedLineOf } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from '../booking/book-call.ts'
import { bookForPerson } from '../booking/book-for-person.ts'
import { keptTimes } from '../booking/kept-times.ts'
import { moveAppointment } from '../booking/move-appointment.ts'
import { appointmentOf } from '../booking/store.ts'
import { addChair } from '../clinic/add-chair.ts'
import { approveDefaults } from '../clinic/approve-defaults.ts'
import { retireLine, setLine } from '../clinic/set-line.ts'
import { vitaminDrip } from '../clinic/testing-lines.ts'
import { addPerson } from '../people/add-person.ts'
import { signOwnOrder } from '../planning/sign-own-order.ts'
import { arrive } from './arrive.ts'
import { moveVisit } from './move-visit.ts'
import { lookAtVisit } from './read-visit.ts'

let clinic: TestClinic
let nurse: Ctx
let owner: Ctx
let prescriber: Ctx
let personId: string
let chairIds: string[]
const today = '2026-11-23'
const robin = {
  state: 'VA',
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
}

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  prescriber = await clinic.as('prescriber')
  nurse = await clinic.as('nurse')
  owner = await clinic.as('owner')
  await approveDefaults(prescriber, { listed: clinicalDefaults })
  chairIds = [(await addChair(nurse, { name: '1' })).chairId, (await addChair(nurse, { name: '2' })).chairId]
  personId = (await addPerson(nurse, robin)).personId
})

const set = (lineId: string, terms: Partial<LineTerms>, after = 0) => {
  const shipped = shippedLineOf(lineId)
  if (!shipped) throw new Error(`no line ${lineId}`)
  const { id: _id, takes: _takes, minutesFrom: _from, ...usual } = shipped
  return setLine(owner, { lineId, after, holdsFrom: today, terms: { ...usual, ...terms } })
}
const idOf = ({ actor }: Ctx) => (actor.kind === 'staff' ? actor.id : '')
const call = (start = '2026-11-24T15:15:00.000Z') => bookCall(clinic.visitor, { ...robin, start })
const evaluation = (start = '2026-11-24T15:00:00.000Z') =>
  bookForPerson(nurse, { personId, kind: 'evaluation', place: 'clinic', start })
const drip = (change: object = {}, said: object = {}) =>
  signOwnOrder(prescriber, {
    personId,
    protocolId: 'hydration-saline',
    said: { ml: '1000', minutes: '90', reason: 'dry', heart: 'no', ...said },
    visit: { start: '2026-11-24T15:00:00.000Z' },
    acknowledged: [],
    ...change,
  })
const seen = (id: string) => peek(nurse, (tx) => appointmentOf(tx, id))

describe('the free call', () => {
  test('that is for staff is offered to nobody outside and refused at the door; the desk books it', async () => {
    await keptTimes(clinic.visitor)
    await set('free-call', { bookedBy: 'staff' })
    expect((await keptTimes(clinic.visitor)).served).toEqual([])
    await expect(call()).rejects.toMatchObject({ code: 'outside-states' })
    expect(await bookForPerson(nurse, { personId, kind: 'call', start: '2026-11-24T15:15:00.000Z' })).toMatchObject({
      kind: 'call',
    })
  })

  test('is held by those of its line, in the states of its line', async () => {
    await set('free-call', { clinicianIds: [idOf(prescriber)] })
    const { id } = await call()
    expect((await seen(id))?.clinicianId).toBe(idOf(prescriber))
    await expect(call()).rejects.toMatchObject({ code: 'slot-taken' })
    await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db
        .updateTable('clinic')
        .set({ states: ['VA', 'MD'] })
        .where('id', '=', clinic.clinicId)
        .execute(),
    )
    await set('free-call', { states: ['MD'] }, 1)
    await expect(call('2026-11-24T16:15:00.000Z')).rejects.toMatchObject({ code: 'outside-states' })
    await expect(moveAppointment(nurse, { appointmentId: id, start: '2026-11-24T17:15:00.000Z' })).rejects.toMatchObject({
      code: 'not-valid',
    })
  })

  test('is booked for no day from the end of its line on', async () => {
    await keptTimes(clinic.visitor)
    await retireLine(owner, { lineId: 'free-call', after: 0, holdsFrom: '2026-11-25', reason: 'A pause' })
    await call()
    await expect(call('2026-11-25T15:15:00.000Z')).rejects.toMatchObject({ code: 'not-valid' })
  })
})

describe('an evaluation', () => {
  test('keeps the room that its line wants, when it is booked and when it is moved', async () => {
    await set('evaluation', { bufferBeforeMinutes: 30, bufferAfterMinutes: 15 })
    await evaluation()
    await expect(evaluation('2026-11-24T15:45:00.000Z')).rejects.toMatchObject({
      code: expect.stringMatching(/slot-taken|person-elsewhere/),
    })
    const other = (await addPerson(nurse, { ...robin, name: 'Clover Samplett', email: 'clover@example.test' })).personId
    const book = (start: string) => bookForPerson(nurse, { personId: other, kind: 'evaluation', place: 'clinic', start })
    await expect(book('2026-11-24T15:45:00.000Z')).rejects.toMatchObject({ code: 'slot-taken' })
    const { id } = await book('2026-11-24T17:00:00.000Z')
    await expect(moveAppointment(nurse, { appointmentId: id, start: '2026-11-24T16:00:00.000Z' })).rejects.toMatchObject({
      code: 'slot-taken',
    })
    await moveAppointment(nurse, { appointmentId: id, start: '2026-11-24T16:30:00.000Z' })
  })

  test('is held by nobody whom its line does not name', async () => {
    await set('evaluation', { clinicianIds: [idOf(nurse)] })
    await expect(evaluation()).rejects.toMatchObject({ code: 'not-valid' })
  })
})

describe('a chair', () => {
  test('is one of its line’s, at the order and at the move', async () => {
    await set('hydration', { chairIds: chairIds.slice(1) })
    const { appointmentId } = await drip()
    expect(await seen(appointmentId)).toMatchObject({ chairId: chairIds[1], lineId: 'hydration' })
    const move = { appointmentId, start: '2026-11-24T17:00:00.000Z' }
    await expect(moveVisit(nurse, { ...move, chairId: chairIds[0] ?? '' })).rejects.toMatchObject({ code: 'not-valid' })
    await moveVisit(nurse, { ...move, chairId: chairIds[1] ?? '' })
  })

  test('is booked under a clinic’s own line without a protocol, for its minutes, and its visit keeps the record of fluid', async () => {
    const { lineId } = await setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })
    const { appointmentId } = await drip(
      { lineId, visit: { start: clinic.clock.now.toISOString() } },
      { ml: '500', minutes: '60' },
    )
    const booked = await seen(appointmentId)
    expect(booked?.lineId).toBe('vitamin-drip')
    expect(((booked?.end.getTime() ?? 0) - (booked?.start.getTime() ?? 0)) / 60_000).toBe(120)
    const { sessionId } = await arrive(nurse, { appointmentId })
    expect(JSON.stringify(await lookAtVisit(nurse, sessionId))).toContain('fluid')
    await expect(drip({ lineId }, { minutes: '120' })).rejects.toMatchObject({
      faults: [{ field: 'lineId', code: 'line-too-short', params: { minutes: 120, needed: 150 } }],
    })
  })

  test('is booked under no line that is over, that is another protocol’s or that nobody knows', async () => {
    const { lineId } = await setLine(owner, { after: 0, holdsFrom: today, terms: vitaminDrip })
    await retireLine(owner, { lineId, after: 1, holdsFrom: today, reason: 'Nobody asks' })
    const refused = (code: string) => ({ faults: [{ field: 'lineId', code }] })
    await expect(drip({ lineId })).rejects.toMatchObject(refused('line-in-force'))
    await expect(drip({ lineId: 'nothing' })).rejects.toMatchObject(refused('line-in-force'))
    await expect(drip({ lineId: 'pain-infusion' })).rejects.toMatchObject(refused('line-of-protocol'))
    await retireLine(owner, { lineId: 'hydration', after: 0, holdsFrom: today, reason: 'No more' })
    await expect(drip()).rejects.toMatchObject(refused('line-in-force'))
  })

  test('is booked for no day from the end of its line on', async () => {
    await retireLine(owner, { lineId: 'hydration', after: 0, holdsFrom: '2026-11-25', reason: 'No more' })
    await drip()
    await expect(drip({ visit: { start: '2026-11-25T15:00:00.000Z' } })).rejects.toMatchObject({ code: 'not-valid' })
  })
})
