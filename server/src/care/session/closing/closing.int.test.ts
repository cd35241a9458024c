import { beforeEach, describe, expect, test } from 'vitest'
import { composers } from '../../../clockwork.ts'
import { newcomer, siteOf } from '../../../platform/auth/testing-site.ts'
import { type Ctx, inOneStep, staffOf } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { deliverDue } from '../../../platform/message.ts'
import { markRefused } from '../../../platform/refused-address.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../../platform/testing.ts'
import { bookCall } from '../../booking/book-call.ts'
import { bookForPerson } from '../../booking/book-for-person.ts'
import { appointmentOf } from '../../booking/store.ts'
import { addChair } from '../../clinic/add-chair.ts'
import { clinicSettings, closures } from '../../clinic/store.ts'
import { addPerson } from '../../people/add-person.ts'
import { readDesk } from '../read-desk.ts'
import { patientReady } from '../testing.ts'
import { changeChair, seeChangeChair } from './change-chair.ts'
import { changeClinic, seeChangeClinic } from './change-clinic.ts'
import { changeStaff, seeChangeStaff } from './change-staff.ts'
import { closeDay, seeCloseDay } from './close-day.ts'
import type { Decision } from './deciding.ts'
import { letGo, seeLetGo } from './let-go.ts'
import { clinicChanges } from './routes.ts'

// Wednesday, two days from now; ten past the hour in Virginia is fifteen past in the list.
const WEDNESDAY = '2026-11-25'
const [at1015, at1400, thursday] = ['2026-11-25T15:15:00.000Z', '2026-11-25T19:00:00.000Z', '2026-11-26T19:00:00.000Z']
const snow = { onDate: WEDNESDAY, reason: 'Snow' }
const robin = {
  state: 'VA',
  start: at1015,
  zone: 'America/New_York',
  name: 'Robin Madeupname',
  phone: '+15405550142',
  email: 'robin@example.test',
}

let clinic: TestClinic
let owner: Ctx
let patient: Awaited<ReturnType<typeof patientReady>>
let callId: string
let evaluationId: string
let visitId: string

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  owner = await clinic.as('owner')
  patient = await patientReady(clinic, { indication: 'depression' })
  callId = (await bookCall(clinic.visitor, robin)).id
  const { personId } = await addPerson(patient.nurse, { ...without(robin), name: 'Wyatt Sampler', email: 'wyatt@example.test' })
  const evaluation = { personId, kind: 'evaluation', place: 'clinic', start: at1400 } as const
  evaluationId = (await bookForPerson(patient.nurse, evaluation)).id
  const visits = await Promise.all(patient.appointmentIds.map(standing))
  visitId = visits.find((visit) => visit?.start.toISOString().startsWith(WEDNESDAY))?.id ?? ''
  await post()
})

const without = ({ start: _, ...person }: typeof robin) => person
const post = () => deliverDue(clinic.ground, composers, clinic.clinicId, clinic.clock.read)
const standing = (id: string) => peek(patient.nurse, (tx) => appointmentOf(tx, id))
const waits = async () => (await readDesk(patient.nurse, { days: 1 })).waits.map(({ appointmentId, why }) => [appointmentId, why])
const lettersSince = async (at: Date) =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', '>', at)
      .orderBy('recipient')
      .select(['recipient', 'subject', 'body', 'calendar'])
      .execute(),
  )
const line = (calendar: string | null | undefined, name: string) =>
  (calendar ?? '')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .find((each) => each.startsWith(name))
const becomes = (appointmentId: string, how: Decision['becomes'], start?: string): Decision => ({
  appointmentId,
  becomes: how,
  ...(start && { start }),
})
const idsOf = ({ bookings }: { bookings: readonly { appointmentId: string }[] }) =>
  bookings.map(({ appointmentId }) => appointmentId).sort()
const nothingMoved = async () => {
  for (const id of [callId, evaluationId, visitId]) expect((await standing(id))?.state).toBe('booked')
  expect(await waits()).toEqual([])
}

describe('a day that is closed', () => {
  test('is refused until somebody has said of each booking what becomes of it, and nothing has changed by then', async () => {
    const said = [becomes(callId, 'canceled'), becomes(evaluationId, 'moved')]
    await expect(closeDay(owner, { ...snow, decided: said })).rejects.toMatchObject({
      code: 'bookings-touched',
      about: { bookings: 3 },
      faults: expect.arrayContaining([
        { field: 'decided', code: 'time-it-moves-to', value: evaluationId },
        { field: 'decided', code: 'what-becomes-of-this-booking', params: { whys: ['closed that day'] }, value: visitId },
      ]),
    })
    expect(await peek(owner, (tx) => closures(tx, WEDNESDAY))).toEqual([])
    await nothingMoved()
  })

  test('shows beforehand who is booked, how to reach them and what is possible, and is not closed by the look', async () => {
    const { bookings } = await seeCloseDay(owner, snow)
    expect(bookings.map(({ name, phone, whys, mayKeep, elsewhere }) => ({ name, phone, whys, mayKeep, elsewhere }))).toEqual(
      ['Clover Samplett', 'Robin Madeupname', 'Wyatt Sampler'].map((name) => ({
        name,
        phone: '(540) 555-0142',
        whys: ['closed that day'],
        mayKeep: true,
        elsewhere: null,
      })),
    )
    const call = bookings.find(({ appointmentId }) => appointmentId === callId)
    expect(call?.times.length).toBeGreaterThan(3)
    expect(call?.times.filter((time) => time.startsWith(WEDNESDAY))).toEqual([])
    // The order is signed for that day alone.
    expect(bookings.find(({ appointmentId }) => appointmentId === visitId)?.times).toEqual([])
    expect(await peek(owner, (tx) => closures(tx, WEDNESDAY))).toEqual([])
    await nothingMoved()
  })

  test('tells each of its bookings once, by the letter and the calendar file that fit, and leaves none behind', async () => {
    const at = clinic.clock.now
    clinic.clock.forward(5)
    const { became } = await closeDay(owner, {
      ...snow,
      words: 'The roads are closed.',
      decided: [becomes(callId, 'canceled'), becomes(evaluationId, 'moved', thursday), becomes(visitId, 'canceled')],
    })
    expect(became.map(({ name, became: how, told }) => [name, how, told]).sort()).toEqual([
      ['Clover Samplett', 'canceled', 'letter'],
      ['Robin Madeupname', 'canceled', 'letter'],
      ['Wyatt Sampler', 'moved', 'letter'],
    ])
    await post()
    await post()
    const letters = (await lettersSince(at)).filter(({ calendar }) => calendar !== null)
    const toldOf = (id: string) => letters.filter(({ calendar }) => line(calendar, 'UID') === `UID:${id}@dripline`)
    const files = [callId, evaluationId, visitId].map((id) =>
      toldOf(id).map(({ calendar, body }) => [line(calendar, 'METHOD'), line(calendar, 'SEQUENCE'), body?.includes('roads')]),
    )
    expect(files).toEqual([
      [['METHOD:CANCEL', 'SEQUENCE:1', true]],
      [['METHOD:REQUEST', 'SEQUENCE:1', true]],
      [['METHOD:CANCEL', 'SEQUENCE:1', true]],
    ])
    expect(await waits()).toEqual([])
    expect((await seeCloseDay(owner, snow)).bookings).toEqual([])
  })

  test('keeps a booking that somebody says is kept, and asks again when another reason comes', async () => {
    const decided = [callId, evaluationId, visitId].map((id) => becomes(id, 'kept'))
    await closeDay(owner, { ...snow, decided })
    await nothingMoved()
    expect((await seeCloseDay(owner, snow)).bookings).toEqual([])
    expect(idsOf(await seeChangeChair(owner, { chairId: patient.chairId, isClosed: true }))).toContain(visitId)
  })

  test('says by phone what a refused address will not carry', async () => {
    await inOneStep(owner, 'test', async (tx) => {
      await markRefused(tx, { email: robin.email, why: '550 no such user', messageId: callId, at: clinic.clock.now })
      return {}
    })
    const others = [becomes(evaluationId, 'kept'), becomes(visitId, 'kept')]
    const { became } = await closeDay(owner, { ...snow, decided: [becomes(callId, 'canceled'), ...others] })
    expect(became.find(({ appointmentId }) => appointmentId === callId)).toMatchObject({ told: 'call', phone: '(540) 555-0142' })
  })
})

describe('a chair that is taken out of use', () => {
  const close = { isClosed: true } as const
  const visits = async () => (await seeChangeChair(owner, { chairId: patient.chairId, ...close })).bookings

  test('cannot keep its visits; where another chair is free they go there at the same time and nobody needs a letter', async () => {
    expect((await visits()).every(({ mayKeep, elsewhere }) => !mayKeep && elsewhere === null)).toBe(true)
    const { chairId: spare } = await addChair(owner, { name: 'Chair 9' })
    const touched = await visits()
    expect(touched.map(({ elsewhere }) => elsewhere)).toEqual(touched.map(() => 'Chair 9'))
    const all = (how: Decision['becomes']) => touched.map(({ appointmentId }) => becomes(appointmentId, how))
    await expect(changeChair(owner, { chairId: patient.chairId, ...close, decided: all('kept') })).rejects.toMatchObject({
      code: 'bookings-touched',
    })
    const { became } = await changeChair(owner, { chairId: patient.chairId, ...close, decided: all('passed on') })
    expect(new Set(became.map(({ told }) => told))).toEqual(new Set(['nobody']))
    expect(await standing(visitId)).toMatchObject({ chairId: spare, state: 'booked', sequence: 1 })
    expect(await waits()).toEqual([])
  })
})

describe('a clinician who leaves, or no longer does this', () => {
  test('hands calls to a colleague who is free; an evaluation that nobody can hold is canceled and told', async () => {
    const clinicianId = (await standing(callId))?.clinicianId ?? ''
    const touched = await seeLetGo(owner, { staffId: clinicianId })
    expect(idsOf(touched)).toContain(callId)
    expect(touched.bookings.find(({ appointmentId }) => appointmentId === callId)?.elsewhere).not.toBeNull()
    await expect(letGo(owner, { staffId: clinicianId })).rejects.toMatchObject({ code: 'bookings-touched' })
    const decided = touched.bookings.map(({ appointmentId, elsewhere }) =>
      becomes(appointmentId, elsewhere === null ? 'canceled' : 'passed on'),
    )
    await letGo(owner, { staffId: clinicianId, decided })
    expect((await standing(callId))?.clinicianId).not.toBe(clinicianId)
    expect(await waits()).toEqual([])
  })

  test('is asked about in the same way when calls are taken off, the role or the license goes', async () => {
    const staffId = staffOf(patient.prescriber).id
    const license = { state: 'VA', kind: 'MD', number: 'TEST-1', validUntil: '2028-06-30' } as const
    const terms = { staffId, title: 'MD', roles: ['prescriber' as const], licenses: [license], takesCalls: true }
    expect(idsOf(await seeChangeStaff(owner, terms))).toEqual([])
    expect(idsOf(await seeChangeStaff(owner, { ...terms, roles: ['nurse'] }))).toContain(evaluationId)
    expect(idsOf(await seeChangeStaff(owner, { ...terms, licenses: [] }))).toContain(evaluationId)
    expect(idsOf(await seeChangeStaff(owner, { ...terms, licenses: [{ ...license, validUntil: '2026-11-24' }] }))).toContain(
      evaluationId,
    )
    await expect(changeStaff(owner, { ...terms, licenses: [] })).rejects.toMatchObject({ code: 'bookings-touched' })
    await nothingMoved()
  })
})

describe('the settings of the clinic', () => {
  const terms = async () => {
    const { name, zone, states, hours, crisisLines, phone, afterHoursPhone, address, dateOrder } = await peek(
      owner,
      clinicSettings,
    )
    const text = { phone: phone ?? '', afterHoursPhone: afterHoursPhone ?? '', address: address ?? '' }
    return { name, zone, states: [...states], hours, crisisLines, dateOrder, ...text } as Parameters<typeof changeClinic>[1]
  }

  test('with other hours, another zone or fewer states ask about whatever no longer fits, and about nothing else', async () => {
    const now = await terms()
    expect(idsOf(await seeChangeClinic(owner, { ...now, name: 'Another name' }))).toEqual([])
    const mornings = { ...now.hours, '3': [['08:00', '12:00'] as [string, string]] }
    expect(idsOf(await seeChangeClinic(owner, { ...now, hours: mornings }))).toEqual([evaluationId])
    expect(idsOf(await seeChangeClinic(owner, { ...now, states: ['NC'] }))).toEqual([callId, evaluationId].sort())
    expect(idsOf(await seeChangeClinic(owner, { ...now, zone: 'Asia/Tokyo' }))).toContain(callId)
    await expect(changeClinic(owner, { ...now, hours: mornings })).rejects.toMatchObject({
      faults: [{ field: 'decided', value: evaluationId }],
    })
    await changeClinic(owner, { ...now, hours: mornings, decided: [becomes(evaluationId, 'kept')] })
    await nothingMoved()
  })
})

test('an account is closed by an owner, never by a nurse or by oneself, and once', async () => {
  const site = siteOf(clinic).route('/api/people', clinicChanges)
  const [boss, helper] = [await newcomer(clinic, 'owner', site), await newcomer(clinic, 'front desk', site)]
  const leave = async (who: typeof boss, id: string) =>
    (await who.browser.send('POST', `/api/people/staff/${id}/leave`, {})).status
  expect(await leave(helper, boss.id)).toBe(403)
  expect(await leave(boss, boss.id)).toBe(403)
  expect(await leave(boss, helper.id)).toBe(200)
  expect(await leave(boss, helper.id)).toBe(404)
})

test('what stood without its clinician before is not asked about again by an act that does not touch it', async () => {
  const clinicianId = (await standing(callId))?.clinicianId ?? ''
  await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .updateTable('staff')
      .set({ takesCalls: false })
      .where('clinicId', '=', clinic.clinicId)
      .where('id', '=', clinicianId)
      .execute(),
  )
  expect(await waits()).toContainEqual([callId, 'no one for it'])
  expect(idsOf(await seeChangeChair(owner, { chairId: patient.chairId, isClosed: true }))).not.toContain(callId)
  expect(idsOf(await seeCloseDay(owner, snow))).toContain(callId)
})
