import { textDefaults } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { approveDefaults } from './care/clinic/approve-defaults.ts'
import { changesOf, personOf } from './care/people/store.ts'
import { strikeIn } from './clockwork.ts'
import { inTransaction, type Tx } from './platform/database.ts'
import { likedBest } from './platform/language.ts'
import { readerFor } from './platform/reader.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  await clinic.as('nurse')
  // What a page was given is what is read here. The only page of the staff is the room.
  const render = async ({ url, data }: { url: string; data: object }) => ({
    status: 200,
    html: JSON.stringify({ ...data, url }),
    mood: url === '/room' ? ('work' as const) : ('paper' as const),
  })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
})

type Page = {
  url: string
  states: { name: string }[]
  frame: { tongue: string; approved?: string[]; written?: { language: string }; address: { base: string; plain: string } }
}
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://${clinic.host}${path}`, { headers: { accept: 'text/html', ...headers } })
const look = async (path: string, headers: Record<string, string> = {}) => (await (await ask(path, headers)).json()) as Page
const read = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(clinic.ground.database, clinic.clinicId, work)

let keys = 0
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(`http://${clinic.host}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ 'idempotency-key': `a-key-of-languages-${keys++}`, ...fields }).toString(),
  })
const typed = {
  state: 'VA',
  zone: 'America/New_York',
  start: '2026-11-24T15:15:00.000Z',
  name: 'Robin Madeupname',
  phone: '(540) 555 0142',
  email: 'robin@example.test',
}
const booked = async (at: string) => new URL((await send(at, typed)).headers.get('location') ?? '').pathname
const people = () => read(({ db }) => db.selectFrom('person').where('name', '=', typed.name).select(['id', 'language']).execute())

describe('the language of a page', () => {
  test('stands in its address, and its own links keep it', async () => {
    const page = await look('/es/book?state=VA')
    expect(page).toMatchObject({ url: '/book?state=VA', frame: { tongue: 'es', address: { base: '/es', plain: '/book' } } })
    expect(await look('/book')).toMatchObject({ frame: { tongue: 'en', address: { base: '' } } })
    expect(await look('/en/book')).toMatchObject({ frame: { tongue: 'en', address: { base: '/en' } } })
  })

  test('goes by the browser where the address names none, and caches are told so', async () => {
    const answer = await ask('/book?state=VA', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/es/book?state=VA'])
    for (const each of [answer, await ask('/book')]) expect(each.headers.get('vary')).toMatch(/Accept-Language, Cookie/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await ask('/es/book')).headers.get('vary')).not.toMatch(/Accept-Language/)
  })

  test('is decided by the browser the first time only: what was read last is kept, a word of two letters', async () => {
    const kept = (await ask('/en/book', { 'accept-language': 'es' })).headers.get('set-cookie') ?? ''
    expect(kept).toMatch(/^language=en; /)
    const cookie = kept.split(';')[0] ?? ''
    expect((await ask('/book', { 'accept-language': 'es', cookie })).status).toBe(200)
    expect((await ask('/en/book', { cookie })).headers.get('set-cookie')).toBeNull()
    expect((await ask('/book', { cookie: 'language=es' })).headers.get('location')).toBe('/es/book')
    expect((await ask('/book', { cookie: 'language=%00' })).status).toBe(200)
  })

  test('needs no cookie: whoever keeps none reads English by its own address', async () => {
    expect((await ask('/en', { 'accept-language': 'es' })).status).toBe(200)
  })

  test('leads nobody out of the house', async () => {
    for (const path of ['/es//example.org/room', '/es/%5Cexample.org/', '/es/room']) {
      const to = (await ask(path)).headers.get('location')
      if (to !== null) expect(new URL(to, `http://${clinic.host}`).host).toBe(clinic.host)
    }
  })

  test('is the staff’s own on a page of the staff, which has one address', async () => {
    expect((await ask('/es/room')).headers.get('location')).toBe('/room')
    expect((await ask('/room', { 'accept-language': 'es' })).headers.get('location')).toBeNull()
  })

  test('opens no guard: what an address begins with is taken off before anybody asks who may', async () => {
    expect(await look('/es/api/people/defaults')).toMatchObject({ url: '/es/api/people/defaults' })
    expect(await (await ask('/es/l/short')).json()).toMatchObject({ problem: { code: 'link-unusable' } })
    expect((await ask('/es/l/short')).status).toBe(410)
  })

  test('names the states as its reader does', async () => {
    expect((await look('/es/book')).states).toEqual([{ code: 'VA', name: 'Virginia' }])
  })
})

test.each([
  [undefined, null],
  ['', null],
  ['fr,de;q=0.9', null],
  ['es', 'es'],
  ['en-US,es;q=0.9', 'en'],
  ['en;q=0.5,ES-mx', 'es'],
  ['es;q=0,en;q=0.1', 'en'],
  ['es;q=none', null],
  ['*', null],
])('of a browser that likes %s, ours is %s', (header, language) => {
  expect(likedBest(header)).toBe(language)
})

describe('somebody’s own language', () => {
  test('is the one they booked in, and their letter, its file and their page follow it', async () => {
    const path = await booked('/es/book')
    expect(await people()).toMatchObject([{ language: 'es' }])
    expect(await look(path, { 'accept-language': 'en' })).toMatchObject({ frame: { tongue: 'es', written: { language: 'es' } } })
    expect(await (await ask(`${path}.ics`)).text()).toContain('SUMMARY:Llamada con')
    await strikeIn(clinic.ground, clinic.clinicId)
    const [letter] = await read(({ db }) => db.selectFrom('message').where('sentAt', 'is not', null).selectAll().execute())
    expect(letter?.subject).toMatch(/^Su llamada con/)
    expect(letter?.body).toMatch(/^Hola, Robin[\s\S]*martes 24 de noviembre, 10:15 a\.\s?m\. \(ET\)/)
    expect(letter?.calendar).toContain('SUMMARY:Llamada con')
  })

  test('is switched for a look by the address, and changed by a choice and a press', async () => {
    const path = await booked('/es/book')
    expect(await look(`/en${path}`)).toMatchObject({ frame: { tongue: 'en', written: { language: 'es' } } })
    expect(await people()).toMatchObject([{ language: 'es' }])
    const to = path.replace(/appointment$/, 'language')
    for (const fields of [{}, { language: 'xx' }]) expect((await send(to, fields)).status).toBe(422)
    expect((await send(to, { language: 'keep' })).headers.get('location')).toBe(path)
    expect(await people()).toMatchObject([{ language: 'es' }])
    expect((await send(to, { language: 'en' })).headers.get('location')).toBe(path)
    const [person] = await people()
    expect(person?.language).toBe('en')
    expect(await read((tx) => changesOf(tx, person?.id ?? ''))).toMatchObject([{ before: { language: 'es' }, by: null }])
    expect(await look(path)).toMatchObject({ frame: { tongue: 'en' } })
  })

  test('is asked of the record when a letter is written, and not when it was promised', async () => {
    const path = await booked('/es/book')
    await send(path.replace(/appointment$/, 'language'), { language: 'en' })
    await strikeIn(clinic.ground, clinic.clinicId)
    const [letter] = await read(({ db }) => db.selectFrom('message').where('sentAt', 'is not', null).selectAll().execute())
    expect(letter?.subject).toMatch(/^Your call with/)
  })

  test('is not known of whoever was there before, who is written to as the clinic writes', async () => {
    await booked('/book')
    await read(({ db }) => db.updateTable('person').set({ language: null }).execute())
    const [{ id } = { id: '' }] = await people()
    expect((await read((tx) => personOf(tx, id)))?.language).toBeNull()
    expect((await read((tx) => readerFor(clinic.visitor, tx, id))).locale).toBe('en')
    await read(({ db, clinicId }) => db.updateTable('clinic').set({ language: 'es' }).where('id', '=', clinicId).execute())
    expect((await read((tx) => readerFor(clinic.visitor, tx, id))).locale).toBe('es')
  })
})

test('a text about health is in Spanish for real readers only once a prescriber has approved it', async () => {
  expect((await look('/es')).frame.approved).toEqual([])
  const prescriber = await clinic.as('prescriber')
  const [one] = textDefaults.filter(({ id }) => id === 'es/after-care')
  await approveDefaults(prescriber, { listed: one ? [one] : [] })
  expect((await look('/es')).frame.approved).toEqual(['after-care'])
})
