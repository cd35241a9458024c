import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { deliverDue } from '../../platform/message.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { chooseLetters, letterOptOut } from './letter-choice.ts'
import { bookingLetters } from './letters.ts'
import { moveAppointment } from './move-appointment.ts'

let clinic: TestClinic
let app: ReturnType<typeof createApp>
let nurse: Ctx
let call: { id: string; personId: string }
let path: string
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  nurse = await clinic.as('nurse')
  const render = async ({ data }: { data: object }) => ({ status: 200, html: JSON.stringify(data) })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  call = await bookCall(clinic.visitor, {
    state: 'VA',
    start: '2026-11-25T15:15:00.000Z',
    zone: 'America/New_York',
    name: 'Robin Madeupname',
    phone: '+15405550142',
    email: 'robin@example.test',
  })
  const { url } = await inOneStep(nurse, 'link', (tx) => letterOptOut(nurse, tx, call.personId, 'reminders'))
  path = new URL(url).pathname
})

// As a mail provider sends it: another origin, no cookie, no key of ours.
const press = (to: string, body = 'List-Unsubscribe=One-Click', type = 'application/x-www-form-urlencoded') =>
  app.request(`http://${clinic.host}${to}`, {
    method: 'POST',
    headers: { 'content-type': type, origin: 'https://mail.example' },
    body,
  })
const sentKinds = async () => {
  for (const at of ['2026-11-23T14:01:00Z', '2026-11-24T15:16:00Z', '2026-11-25T14:16:00Z']) {
    clinic.clock.now = new Date(at)
    await deliverDue(clinic.ground, bookingLetters, clinic.clinicId)
  }
  const rows = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', 'is not', null)
      .orderBy('dueAt')
      .select('kind')
      .execute(),
  )
  return rows.map(({ kind }) => kind)
}
const ALL = ['appointment-told', 'appointment-reminder', 'appointment-reminder']

describe('B09, RFC 8058: one press of a mail program', () => {
  test('ends the reminders, and nothing that has to be said', async () => {
    expect((await press(path)).status).toBe(200)
    expect(await sentKinds()).toEqual(['appointment-told'])
    await moveAppointment(nurse, { appointmentId: call.id, start: '2026-11-25T20:00:00.000Z' })
    expect(await sentKinds()).toEqual(['appointment-told', 'appointment-told'])
  })

  test('as multipart form data is the same press', async () => {
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    const answer = await app.request(`http://${clinic.host}${path}`, { method: 'POST', body: form })
    expect(answer.status).toBe(200)
    expect(await sentKinds()).toEqual(['appointment-told'])
  })

  test('needs a POST with that very body: a look, another body or none changes nothing', async () => {
    expect((await app.request(`http://${clinic.host}${path}`)).status).toBe(200)
    for (const body of ['', 'List-Unsubscribe=', 'List-Unsubscribe=keep', 'one-click=1'])
      expect((await press(path, body)).status).toBe(200)
    expect(await sentKinds()).toEqual(ALL)
  })

  test('answers a known and an unknown code with the same letters', async () => {
    const unknown = ['/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '/unsubscribe/x', '/unsubscribe/%00']
    const known = await press(path)
    const said = await known.text()
    for (const other of unknown) {
      const answer = await press(other)
      expect([answer.status, await answer.text()]).toEqual([known.status, said])
    }
  })

  test('with the secret of an appointment ends nothing', async () => {
    const { pathname } = new URL((await sentLetter()) ?? '')
    expect((await press(`/unsubscribe/${pathname.split('/')[2]}`)).status).toBe(200)
    expect(await sentKinds()).toEqual(ALL)
  })

  test('is taken back at the desk', async () => {
    await press(path)
    await chooseLetters(nurse, { personId: call.personId, kind: 'reminders', isWanted: true })
    expect(await sentKinds()).toEqual(ALL)
  })
})

const sentLetter = async () => {
  await deliverDue(clinic.ground, bookingLetters, clinic.clinicId)
  const { body } = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('sentAt', 'is not', null)
      .select('body')
      .executeTakeFirstOrThrow(),
  )
  return /http\S+\/appointment/.exec(body ?? '')?.[0]
}

describe('a robot on the page of an appointment', () => {
  const send = (fields: Record<string, string>, key: string) =>
    app.request(`http://${clinic.host}${link}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'idempotency-key': `robot-key-${key}`, ...fields }).toString(),
    })
  let link = ''
  const standing = () =>
    inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').where('id', '=', call.id).select(['state', 'sequence']).executeTakeFirstOrThrow(),
    )

  test('that follows every link and presses every button changes nothing', async () => {
    link = new URL((await sentLetter()) ?? '').pathname
    for (const path of [link, `${link}?act=move`, `${link}?act=cancel`, `${link}.ics`])
      await app.request(`http://${clinic.host}${path}`)
    expect((await send({ act: 'cancel' }, 'one')).status).toBe(422)
    expect((await send({ act: 'move' }, 'two')).status).toBe(422)
    // What comes last is *leave it where it is*.
    expect((await send({ act: 'cancel', choice: 'keep' }, 'three')).status).toBe(303)
    expect((await send({ act: 'move', start: 'keep' }, 'four')).status).toBe(303)
    expect(await standing()).toEqual({ state: 'booked', sequence: 0 })
    expect((await send({ act: 'cancel', choice: 'cancel' }, 'five')).status).toBe(303)
    expect(await standing()).toEqual({ state: 'cancelled', sequence: 1 })
  })
})
