import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'

let clinic: TestClinic
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  await clinic.as('nurse')
  // What a page was given to show is what this test reads; how it looks is the web box's matter.
  const render = async ({ data }: { data: object }) => ({ status: 200, html: JSON.stringify(data) })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
})

const at = (path: string) => `http://${clinic.host}${path}`
type Shown = {
  appointment: { phone: string }
  days: { slots: { start: string }[] }[]
  refused: { faults: { field: string }[] }
  fresh: unknown[]
}
const shownBy = async (answer: Response) => (await answer.json()) as Shown
const look = async (path: string) => shownBy(await app.request(at(path)))
const typed = {
  state: 'VA',
  zone: 'America/New_York',
  start: '2026-11-24T15:15:00.000Z',
  name: 'Robin Madeupname',
  phone: '(540) 555 0142',
  email: 'robin@example.test',
}
let keys = 0
const send = (path: string, fields: Record<string, string>) =>
  app.request(at(path), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'idempotency-key': `form-key-${keys++}-of-a-test`, ...fields }).toString(),
  })
const book = async (fields = {}) => new URL((await send('/book', { ...typed, ...fields })).headers.get('location') ?? '')

describe('the booking form without script', () => {
  test('shows no times before a state is chosen, and none in a state that is not ours', async () => {
    expect(await look('/book')).toMatchObject({ state: null, days: [], states: [{ code: 'VA', name: 'Virginia' }] })
    for (const state of ['NC', 'TX', 'other'])
      expect(await look(`/book?state=${state}`)).toMatchObject({ state, isServed: false, days: [] })
  })

  test('shows times in the zone of the state, or in the one that was asked for', async () => {
    expect(await look('/book?state=VA')).toMatchObject({ isServed: true, zone: 'America/New_York' })
    expect(await look('/book?state=VA&zone=America/Chicago')).toMatchObject({ zone: 'America/Chicago' })
    expect(await look('/book?state=VA&zone=Moon/Base')).toMatchObject({ zone: 'America/New_York' })
  })

  test('leads to the page of the appointment', async () => {
    const { pathname } = await book()
    expect(pathname).toMatch(/^\/l\/[\w-]{43}\/appointment$/)
    expect(await look(pathname)).toMatchObject({
      appointment: { start: typed.start, state: 'booked', phone: '(540) 555-0142' },
      canChange: true,
    })
  })

  test('keeps everything that was typed and shows fresh times when somebody was faster', async () => {
    await book()
    const answer = await send('/book', { ...typed, name: 'Late Caller', day: '2026-11-24' })
    expect(answer.status).toBe(409)
    const page = await shownBy(answer)
    expect(page).toMatchObject({
      refused: { code: 'slot-taken' },
      sent: { name: 'Late Caller', phone: typed.phone },
      isServed: true,
    })
    const starts = page.days.flatMap(({ slots }) => slots.map(({ start }) => start))
    expect(starts).not.toContain(typed.start)
    expect(starts).toContain('2026-11-24T15:30:00.000Z')
  })

  test('names all faults at once', async () => {
    const answer = await send('/book', { state: 'VA', zone: 'Moon/Base', start: 'noon', name: ' ', phone: '12', email: 'robin' })
    expect(answer.status).toBe(422)
    const { refused } = await shownBy(answer)
    expect(refused.faults.map(({ field }) => field)).toEqual(['start', 'zone', 'name', 'phone', 'email'])
  })

  test('answers a known address as it answers a new one', async () => {
    await book()
    const [known, fresh] = [
      await send('/book', { ...typed, start: '2026-11-25T15:15:00.000Z' }),
      await send('/book', { ...typed, start: '2026-11-26T15:15:00.000Z', email: 'new@example.test' }),
    ]
    const seen = async (answer: Response) => {
      const { appointment, ...rest } = await look(new URL(answer.headers.get('location') ?? '').pathname)
      return [answer.status, Object.keys(rest), appointment.phone]
    }
    expect(await seen(known)).toEqual(await seen(fresh))
  })

  test('pressed twice leads twice to the one appointment', async () => {
    const twice = { ...typed, 'idempotency-key': 'one-and-the-same-key' }
    const [first, second] = [await send('/book', twice), await send('/book', twice)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })
})

describe('the page of an appointment', () => {
  test('moves the call, and its calendar file counts up', async () => {
    const { pathname } = await book()
    const file = async () => (await app.request(at(`${pathname}.ics`))).text()
    expect(await file()).toContain('SEQUENCE:0')
    expect((await send(pathname, { act: 'move', start: '2026-11-24T20:00:00.000Z' })).status).toBe(303)
    expect(await file()).toMatch(/METHOD:PUBLISH[\s\S]*SEQUENCE:1[\s\S]*DTSTART:20261124T200000Z/)
    expect((await send(pathname, { act: 'cancel', choice: 'cancel' })).status).toBe(303)
    expect(await file()).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/)
    expect(await look(pathname)).toMatchObject({ appointment: { state: 'cancelled' }, canChange: false })
  })

  test('opens for nobody without its secret', async () => {
    expect((await app.request(at(`/l/${'x'.repeat(43)}/appointment`))).status).toBe(410)
  })
})

test('the same booking over the API refuses in JSON with fresh times', async () => {
  const post = (key: string) =>
    app.request(at('/api/booking/appointments'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(typed),
    })
  expect((await post('api-key-number-one')).status).toBe(201)
  const refused = await post('api-key-number-two')
  expect(refused.status).toBe(409)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect((await shownBy(refused)).fresh).toHaveLength(12)
})
