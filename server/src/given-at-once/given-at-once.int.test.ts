import { clinicalDefaults } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { addChair } from '../care/clinic/add-chair.ts'
import { approveDefaults } from '../care/clinic/approve-defaults.ts'
import { addPerson } from '../care/people/add-person.ts'
import { testClinic } from '../platform/testing.ts'
import { cookieFor } from '../testing-routes.ts'
import './testing-known.ts'

test('a way to give that is nothing but two files goes from its order to the door, by the routes that there are', async () => {
  const clinic = await testClinic()
  const [prescriber, nurse] = [await clinic.as('prescriber'), await clinic.as('nurse')]
  await approveDefaults(prescriber, { listed: clinicalDefaults })
  const { chairId } = await addChair(nurse, { name: '1' })
  const { personId } = await addPerson(nurse, {
    name: 'Clover Samplett',
    email: 'clover@example.test',
    phone: '+15405550142',
    state: 'VA',
    zone: 'America/New_York',
  })
  const app = createApp({
    ground: clinic.ground,
    render: async () => ({ status: 200, html: '' }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  const origin = `http://${clinic.host}`
  const cookies = { prescriber: await cookieFor(clinic, 'prescriber'), nurse: await cookieFor(clinic, 'nurse') }
  const ask = async (role: keyof typeof cookies, method: 'GET' | 'POST', path: string, body?: object) => {
    const headers = {
      origin,
      cookie: cookies[role],
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await app.request(`${origin}/api${path}`, { method, headers, ...sent })
    return { status: response.status, said: (await response.json()) as Record<string, unknown> }
  }
  const post = (path: string, body: object, role: keyof typeof cookies = 'nurse') => ask(role, 'POST', path, body)

  const order = { personId, protocolId: 'one-at-once', said: { times: '1' }, visit: { start: '2026-11-23T15:00:00Z', chairId } }
  expect(await post('/planning/orders', { ...order, said: { times: '9' } }, 'prescriber')).toMatchObject({
    said: { code: 'dose-not-possible', faults: [{ field: 'at-most-two' }] },
  })
  expect(await post('/planning/orders', { ...order, said: { times: 'some', more: 'x' } }, 'prescriber')).toMatchObject({
    said: { code: 'not-valid', faults: [{ field: 'said.times' }, { field: 'said' }] },
  })
  const signed = await post('/planning/orders', order, 'prescriber')
  expect(signed.status).toBe(201)

  const { said: arrived } = await post('/session/arrivals', { appointmentId: signed.said.appointmentId })
  const visit = `/session/${String(arrived.sessionId)}`
  const given = { act: 'given', said: { identifiers: ['full name', 'date of birth'], times: '1' } }
  expect(await post(`${visit}/acts`, given)).toMatchObject({
    said: { code: 'gate-closed', faults: [{ field: 'signs-charted' }] },
  })
  const vitals = { kind: 'vitals', systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 }
  await post(`${visit}/entries`, { entry: vitals })
  expect(
    (await post(`${visit}/acts`, { act: 'given', said: { identifiers: ['name', ' NAME '], times: '1' } })).said,
  ).toMatchObject({
    code: 'not-valid',
    faults: [{ field: 'said.identifiers' }],
  })
  expect((await ask('nurse', 'GET', visit)).said).toMatchObject({
    state: 'arrived',
    next: { code: 'own-act', own: { act: 'given', title: 'Given' } },
  })
  expect((await post(`${visit}/acts`, given)).status).toBe(201)
  expect((await post(`${visit}/acts`, given)).said.code).toBe('wrong-state')
  expect((await post(`${visit}/start`, {})).said.code).toBe('wrong-state')
  expect((await post(`${visit}/discharge`, {})).said).toMatchObject({
    code: 'gate-closed',
    faults: [{ field: 'adverse-effects' }],
  })
  await post(`${visit}/entries`, { entry: { kind: 'no-adverse-effects' } })
  expect((await post(`${visit}/discharge`, {})).status).toBe(201)
  expect((await ask('nurse', 'GET', visit)).said).toMatchObject({
    state: 'left',
    given: { value: '1', unit: 'tablets' },
    order: { said: { times: '1' } },
  })
})
