import { beforeAll, describe, expect, test } from 'vitest'
import { createApp, routesOf } from '../../../app.ts'
import { newcomer } from '../../../platform/auth/testing-site.ts'
import { inOneStep } from '../../../platform/context.ts'
import { makeLink } from '../../../platform/link.ts'
import { type TestClinic, testClinic } from '../../../platform/testing.ts'
import { saveFace } from '../../clinic/face/save-face.ts'

const SITE = 'https://partner.example'
const OTHER = 'https://www.partner.example'
type Drawn = {
  data: {
    frame: { user: unknown; framedOn?: string[] }
    booked?: { url: string; start: string }
    sent?: object
    refused?: object
  }
}

let clinic: TestClinic
let app: ReturnType<typeof createApp>
let cookie = ''
let link = ''
let drawn: Drawn | undefined

const face = { accent: null, logoId: null, crisisLines: {}, policies: { cancellation: {}, lateness: {} } } as const
beforeAll(async () => {
  await testClinic()
  clinic = await testClinic()
  const render = async (page: { url: string; data: object }) => {
    drawn = page as unknown as Drawn
    return { status: 200, html: '<!doctype html>'.padEnd(3000, ' '), mood: 'paper' as const }
  }
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  cookie = (await newcomer(clinic, 'nurse', app)).browser.cookie ?? ''
  const owner = await clinic.as('owner')
  await saveFace(owner, { ...face, language: 'en', frameOrigins: [SITE, OTHER], after: 0 })
  const expiresAt = new Date(clinic.clock.now.getTime() + 3_600_000)
  link = await inOneStep(owner, 'make-link', (tx) => makeLink(owner, tx, 'appointment', owner.newId(), expiresAt))
})

const origin = () => `http://${clinic.host}`
const get = (path: string, headers: Record<string, string> = {}) => app.request(origin() + path, { headers })
const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(origin() + path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', origin: origin(), ...headers },
    body: new URLSearchParams({ 'idempotency-key': crypto.randomUUID(), ...form }),
  })
const ancestors = (answer: Response) =>
  /frame-ancestors ([^;]*)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? null

describe('a frame', () => {
  test('may hold the booking page, on the sites that are named and on no other, in either language', async () => {
    for (const path of ['/embed/book', '/es/embed/book', '/embed/book?state=VA', '/en/embed/book']) {
      const answer = await get(path)
      expect([path, answer.status, ancestors(answer)]).toEqual([path, 200, `${SITE} ${OTHER}`])
      expect(answer.headers.get('x-frame-options')).toBeNull()
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    }
    expect(drawn?.data.frame.framedOn).toEqual([SITE, OTHER])
  })

  test('may hold nothing else: every route, its refusals, pages and files', { timeout: 120_000 }, async () => {
    const secret = new URL(link).pathname.split('/')[2] ?? ''
    const wrong: string[] = []
    const others = ['/', '/book', '/es/book', '/embed', '/embed/other', '/embed/book/x', '/no-such-page', '/healthz', '/es/']
    const paths = routesOf(app)
      .audiences.filter(({ method, path }) => method === 'GET' && path !== '/*' && path !== '/api/live' && path !== '/embed/book')
      .map(({ path }) => path.replace(/:secret/g, secret).replace(/:\w+(\{[^}]*\})?/g, crypto.randomUUID()))
    for (const path of [...paths, ...others])
      for (const headers of [{}, { cookie }]) {
        const answer = await get(path, headers)
        await answer.body?.cancel()
        const isShut = ancestors(answer) === "'none'"
        if (!isShut || (answer.headers.get('x-frame-options') ?? 'DENY') !== 'DENY') wrong.push(`${path} ${ancestors(answer)}`)
      }
    expect(wrong).toEqual([])
    expect(paths.length).toBeGreaterThan(50)
  })

  test('of a clinic that has named no site holds nothing at all', async () => {
    const shut = await testClinic()
    const answer = await app.request(`http://${shut.host}/embed/book`)
    expect(ancestors(answer)).toBe("'none'")
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
  })

  test('sets no cookie and knows no cookie: not of a language, not of a sign-in, whatever is asked', async () => {
    const asks = [
      get('/embed/book', { cookie, 'accept-language': 'es' }),
      get('/es/embed/book', { cookie: `${cookie}; language=en` }),
      get('/en/embed/book'),
      send('/embed/book', { state: 'VA' }, { cookie }),
      send('/es/embed/book', { 'switch-language': 'es', name: 'Robin' }),
      get('/embed.js', { cookie }),
    ]
    for (const answer of await Promise.all(asks)) expect(answer.headers.getSetCookie()).toEqual([])
    await get('/en/embed/book', { cookie })
    expect(drawn?.data.frame.user).toBeNull()
    expect((await get('/es/book')).headers.getSetCookie()).toHaveLength(1)
  })

  test('goes by what the browser likes, and stays in the frame', async () => {
    const sent = await get('/embed/book?state=VA', { 'accept-language': 'es' })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/es/embed/book?state=VA'])
  })
})

describe('a booking within a frame', () => {
  const caller = { state: 'VA', zone: 'America/New_York', name: 'Robin Madeup', phone: '5405550142', email: 'robin@example.test' }
  const start = '2026-11-24T15:00:00.000Z'

  test('is refused from a page of the site around it, and by nobody’s hand but ours', async () => {
    const foreign = await send('/embed/book', { ...caller, start }, { 'sec-fetch-site': 'cross-site', origin: SITE })
    expect(foreign.status).toBe(403)
    const blind = await app.request(`${origin()}/embed/book`, {
      method: 'POST',
      headers: { origin: SITE },
      body: new URLSearchParams({ 'idempotency-key': crypto.randomUUID(), ...caller, start }),
    })
    expect(blind.status).toBe(403)
  })

  test('is said in the frame, with the way to its own page, which no frame holds; the answer is not made smaller', async () => {
    const booked = await send('/embed/book', { ...caller, start }, { 'accept-encoding': 'br, gzip' })
    expect([booked.status, ancestors(booked)]).toEqual([200, `${SITE} ${OTHER}`])
    expect(booked.headers.get('content-encoding')).toBeNull()
    expect(drawn?.data.booked).toMatchObject({ start, url: expect.stringContaining('/l/') })
    expect(ancestors(await get(new URL(drawn?.data.booked?.url ?? '').pathname))).toBe("'none'")
    const again = await send('/embed/book', { ...caller, start })
    expect([again.status, ancestors(again)]).toEqual([409, `${SITE} ${OTHER}`])
  })

  test.each(['/embed/book', '/book'])('%s: a language taken after a refusal books nothing and loses nothing', async (path) => {
    const free = '2026-11-24T17:00:00.000Z'
    const refused = await send(path, { ...caller, start: free, phone: 'no phone' })
    expect([refused.status, drawn?.data.sent]).toMatchObject([422, { name: 'Robin Madeup', phone: 'no phone' }])
    const switched = await send(`/es${path}`, { ...caller, start: free, name: 'Robin Typedanew', 'switch-language': 'es' })
    expect([switched.status, drawn?.data.sent, drawn?.data.refused, drawn?.data.booked]).toMatchObject([
      200,
      { name: 'Robin Typedanew', phone: '5405550142', start: free },
      undefined,
      undefined,
    ])
    expect(Object.keys(drawn?.data.sent ?? {})).not.toContain('switch-language')
    expect((await clinic.trail()).filter(({ verb, outcome }) => verb === 'book-call' && outcome === 'done')).toHaveLength(1)
  })
})

describe('the script for another site', () => {
  test('is one that any site may fetch, at an address that stays', async () => {
    const answer = await get('/embed.js')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const text = await answer.text()
    expect(text.length).toBeLessThan(3000)
    expect(text).not.toMatch(/cookie|localStorage|sessionStorage|innerHTML|\beval\b/)
  })
})
