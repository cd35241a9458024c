import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { tokenOf } from './platform/auth/sign-in.ts'
import { standingSignIn } from './platform/auth/testing-site.ts'
import { inOneStep } from './platform/context.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'
import { folderFor } from './testing-server.ts'

let clinic: TestClinic
let cookie = ''
const place = folderFor()
const servers: Server[] = []

const open = async (proxies: readonly string[], publicUrl?: string) => {
  const app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl, proxies },
    assets: join(place.folder, 'open'),
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

let port = 0
let behindProxy = 0
beforeAll(async () => {
  await testClinic()
  clinic = await testClinic()
  const nurse = await clinic.as('nurse')
  const signInId = await inOneStep(nurse, 'sign-in', (tx) => standingSignIn(nurse, tx))
  cookie = `dripline=${tokenOf(clinic.ground, signInId, 1)}`
  mkdirSync(join(place.folder, 'open/assets'), { recursive: true })
  writeFileSync(join(place.folder, 'open/assets/page.js'), 'export {}')
  writeFileSync(join(place.folder, 'hidden.txt'), 'a secret of the machine')
  port = await open([])
  behindProxy = await open(['127.0.0.1'], `http://${clinic.host}`)
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  place.remove()
})

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string; to?: number }
type Answer = {
  status: number
  headers: Record<string, unknown>
  text: string
  problem: { code: string; faults: { field: string }[] }
}

const problemIn = (type: unknown, text: string): Answer['problem'] =>
  String(type).startsWith('application/problem+json') ? JSON.parse(text) : { code: '', faults: [] }

/** One request as it is, over a real connection; no answer may hold a stack or a NaN. */
const send = ({ method = 'GET', path = '/api/people/clinic', headers = {}, body, to = port }: Sent) =>
  new Promise<Answer>((done, failed) => {
    const base = { host: clinic.host, cookie, origin: `http://${clinic.host}`, 'idempotency-key': crypto.randomUUID() }
    const asked = request({ host: '127.0.0.1', port: to, method, path, headers: { ...base, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => {
        expect(text).not.toMatch(/\bat .*\.(ts|js|mjs):\d+|\bNaN\b|node_modules/)
        done({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text,
          problem: problemIn(answer.headers['content-type'], text),
        })
      })
    })
    asked.once('error', failed)
    asked.end(body)
  })

const person = { name: 'Clover', email: 'clover@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
const post = (body: unknown, more: Sent = {}) =>
  send({
    method: 'POST',
    path: '/api/people/patients',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
  })
const fieldsOf = ({ status, problem: { code, faults } }: Answer) => [status, code, ...faults.map(({ field }) => field)]

describe('a body', () => {
  test.each([
    ['broken', '{"name":'],
    ['empty', ''],
    ['no JSON at all', 'name=Clover'],
  ])('that is %s is a problem like any other', async (_, body) => {
    expect(fieldsOf(await post(body))).toEqual([422, 'not-valid', 'body'])
  })

  test('of another type is not taken for an empty one', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/jsonx'])
      expect(fieldsOf(await post(person, { headers: { 'content-type': type } }))).toEqual([422, 'not-valid', 'Content-Type'])
  })

  test('that says it is too large is refused', async () => {
    expect(fieldsOf(await post({ ...person, name: 'x'.repeat(300_000) }))).toEqual([413, 'too-large'])
  })

  test('that is too large without saying so is refused or cut off, and never taken', async () => {
    const large = JSON.stringify({ ...person, email: 'large@example.test', more: 'x'.repeat(300_000) })
    const status = await post(large, { headers: { 'transfer-encoding': 'chunked' } }).then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code,
    )
    expect([413, 'ECONNRESET']).toContain(status)
    const found = await post({ text: 'large@example.test' }, { path: '/api/people/find' })
    expect(JSON.parse(found.text).found).toEqual([])
  })

  test('that is nested without end is refused', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect((await post(deep)).status).toBe(422)
    expect(fieldsOf(await post(`{"name":${deep}}`))).toEqual([422, 'not-valid', 'name'])
  })

  test('with a lone surrogate or a NUL is refused by the name of its field', async () => {
    expect(fieldsOf(await post(JSON.stringify(person).replace('Clover', 'Clo\\ud800ver')))).toEqual([422, 'not-valid', 'name'])
    expect(fieldsOf(await post(JSON.stringify(person).replace('Clover', 'Clo\\u0000ver')))).toEqual([422, 'not-valid', 'name'])
    const search = await post({ text: 'Clo\u0000ver' }, { path: '/api/people/find' })
    expect(fieldsOf(search)).toEqual([422, 'not-valid', 'text'])
  })

  test('with numbers beyond all bounds, or more than was asked for, is refused', async () => {
    expect(fieldsOf(await post('{"name":1e999,"email":-1e999}')).slice(0, 3)).toEqual([422, 'not-valid', 'name'])
    expect(fieldsOf(await post({ ...person, role: 'owner' }))).toEqual([422, 'not-valid', 'role'])
    expect(fieldsOf(await post(JSON.stringify(person).replace('{', '{"__proto__":{"role":"owner"},')))).toEqual([
      422,
      'not-valid',
      '__proto__',
    ])
  })

  test('that is a broken form is refused before anything looks into it', async () => {
    for (const path of ['/set-up', '/sign-in', '/book']) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x', accept: 'application/json' }
      const answer = await post('--x\r\nContent-Dispo', { path, headers })
      expect([path, ...fieldsOf(answer)]).toEqual([path, 422, 'not-valid', 'body'])
    }
  })
})

describe('the key of a write', () => {
  test.each(['', 'short', 'has a space in it', 'x'.repeat(101)])('%j is none', async (key) => {
    expect(fieldsOf(await post(person, { headers: { 'idempotency-key': key } }))).toEqual([428, 'key-missing', 'Idempotency-Key'])
  })

  test('used again for the same gives the first answer; for something else it is refused', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const [first, second] = [await post(person, { headers }), await post(person, { headers })]
    expect([first.status, second.text]).toEqual([201, first.text])
    expect(fieldsOf(await post({ ...person, name: 'Robin' }, { headers }))).toEqual([422, 'key-reused'])
  })
})

describe('where a request comes from', () => {
  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('%j: a write is refused', async (headers: Record<string, string>) => {
    expect(fieldsOf(await post(person, { headers }))).toEqual([403, 'wrong-origin'])
  })

  test('a host that no clinic has is not found', async () => {
    expect(fieldsOf(await send({ headers: { host: 'elsewhere.example' } }))).toEqual([404, 'not-found'])
  })

  test('a second Host header changes nothing', async () => {
    const raw = `GET /api/people/clinic HTTP/1.1\r\nHost: elsewhere.example\r\nHost: ${clinic.host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
    const text = await new Promise<string>((done) => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(raw))
      socket.on('data', (part) => {
        said += part
      })
      socket.on('close', () => done(said))
    })
    expect(text).toMatch(/^HTTP\/1\.1 (400|404) /)
  })

  test('forwarded headers count from a trusted proxy alone', async () => {
    const forwarded = { host: 'inside.local', 'x-forwarded-host': clinic.host, 'x-forwarded-for': '203.0.113.9' }
    expect((await send({ headers: forwarded })).status).toBe(404)
    expect((await send({ headers: forwarded, to: behindProxy })).status).toBe(200)
    const nonsense = await send({ headers: { ...forwarded, 'x-forwarded-host': 'a b<>' }, to: behindProxy })
    expect(fieldsOf(nonsense)).toEqual([422, 'not-valid', 'X-Forwarded-Host'])
  })
})

describe('the way to a file', () => {
  test('leads only into the folder of the pages', async () => {
    expect((await send({ path: '/assets/page.js' })).text).toBe('export {}')
    const out = [
      '/assets/../../hidden.txt',
      '/assets/..%2f..%2fhidden.txt',
      '/assets/%2e%2e/%2e%2e/hidden.txt',
      '/assets/..%5c..%5chidden.txt',
      '/assets//etc/passwd',
      '/assets/%00',
    ]
    for (const path of out) {
      const { status, text } = await send({ path })
      expect([path, status < 500, /secret of the machine|root:/.test(text)]).toEqual([path, true, false])
    }
  })
})

describe('an address that leads nowhere', () => {
  test.each(['//', '//evil.example', '/./..//', '/%', '/%ff', '/api//people/clinic', '/api/booking/calls?day=9999-12-31'])(
    '%s is refused or not found, never a fault of ours',
    async (path) => expect([path, (await send({ path })).status >= 500]).toEqual([path, false]),
  )

  test.each(['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])('the day %s is outside the calendar', async (day) =>
    expect(fieldsOf(await send({ path: `/api/booking/calls?day=${day}` }))).toEqual([422, 'not-valid', 'day']),
  )
})

describe('other methods', () => {
  test('HEAD says what GET would, without a body, and OPTIONS opens nothing to other origins', async () => {
    const head = await send({ method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    expect((await send({ method: 'HEAD', path: '/api/live' })).status).toBe(200)
    const options = await send({
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(Object.keys(options.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(options.status).toBeGreaterThanOrEqual(400)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) expect((await send({ method })).status).toBe(404)
  })

  test('a line break in what is sent never becomes a header', async () => {
    const { headers } = await send({ path: '/api/people/find?q=a%0d%0aset-cookie:%20evil=1' })
    expect(String(headers['set-cookie'] ?? '')).not.toContain('evil')
  })
})

describe('every answer', () => {
  test('is kept by no browser and no proxy, refusals too; only a file of the pages is', async () => {
    for (const path of ['/', '/sign-in', '/api/people/clinic', '/api/auth/me', '/api/nowhere', '/healthz', '/assets/none.js'])
      expect([path, (await send({ path })).headers['cache-control']]).toEqual([path, 'no-store'])
    expect((await send({ path: '/assets/page.js' })).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('that is a file of the pages comes over https, is what it says, and stands in no frame and no other site', async () => {
    expect((await send({ path: '/assets/page.js' })).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test.each(['/healthz', '/', '/sign-in', '/api/people/clinic', '/api/nowhere', '/assets/none.js'])(
    '%s carries the headers that bind a browser',
    async (path) => {
      const { headers } = await send({ path })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
      })
      const policy = String(headers['content-security-policy'])
      for (const rule of [
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy.split(/; ?/)).toContain(rule)
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )
})
