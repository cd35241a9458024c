import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp, routesOf } from './app.ts'
import type { Role } from './platform/actor.ts'
import { tokenOf } from './platform/auth/sign-in.ts'
import { newcomer, standingSignIn } from './platform/auth/testing-site.ts'
import { inOneStep } from './platform/context.ts'
import type { Ground } from './platform/ground.ts'
import { makeLink } from './platform/link.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'

const appOn = (ground: Ground) =>
  createApp({
    ground,
    render: async () => ({ status: 200, html: '<!doctype html>' }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })

let clinic: TestClinic
let app: ReturnType<typeof appOn>
beforeAll(async () => {
  clinic = await testClinic()
  app = appOn({ ...clinic.ground, simulated: true })
})

const SECRET = 'x'.repeat(43)
const pathOf = (pattern: string, secret = SECRET) =>
  pattern.replace(/:secret(\{[^}]*\})?/g, secret).replace(/:\w+(\{[^}]*\})?\??/g, '00000000-0000-7000-8000-000000000000')

const ask = async (method: string, path: string, cookie?: string) => {
  const origin = `http://${clinic.host}`
  const headers: Record<string, string> = { origin, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  if (cookie) headers.cookie = cookie
  const body = method === 'GET' ? {} : { body: '{}' }
  const response = await app.request(`${origin}${path}`, { method, headers, ...body })
  const isProblem = response.headers.get('content-type') === 'application/problem+json'
  const problem = isProblem ? ((await response.json()) as { code: string }) : undefined
  if (!isProblem) await response.body?.cancel()
  return { status: response.status, code: problem?.code }
}

const REFUSALS = ['not-signed-in', 'not-allowed']
const roles: readonly Role[] = ['owner', 'prescriber', 'nurse', 'front desk']

/** Each cell has a sign-in of its own: some routes end the one they are called with. */
const cookieFor = async (role: Role) => {
  const ctx = await clinic.as(role)
  const signInId = await inOneStep(ctx, 'sign-in', (tx) => standingSignIn(ctx, tx))
  return `dripline=${tokenOf(clinic.ground, signInId, 1)}`
}

describe('who may do what', () => {
  test.each(roles)('%s: every route is open to this role, or refused as not allowed', { timeout: 120_000 }, async (role) => {
    const wrong: string[] = []
    for (const { method, path, who } of routesOf(app).audiences) {
      if (path.startsWith('/l/')) continue
      const { status, code } = await ask(method, pathOf(path), await cookieFor(role))
      const isOpen = who.includes('anyone') || who.includes(role)
      const isRight = isOpen ? !REFUSALS.includes(code ?? '') : status === 403 && code === 'not-allowed'
      if (!isRight) wrong.push(`${method} ${path}: ${status} ${code}`)
    }
    expect(wrong).toEqual([])
  })

  test('a visitor is asked to sign in wherever not everybody may go', { timeout: 60_000 }, async () => {
    const wrong: string[] = []
    for (const { method, path, who } of routesOf(app).audiences) {
      if (path.startsWith('/l/')) continue
      const { status, code } = await ask(method, pathOf(path))
      const isRight = who.includes('anyone') ? !REFUSALS.includes(code ?? '') : status === 401 && code === 'not-signed-in'
      if (!isRight) wrong.push(`${method} ${path}: ${status} ${code}`)
    }
    expect(wrong).toEqual([])
  })

  test('a page behind a link opens to its link only: not to another secret, not to a role', { timeout: 60_000 }, async () => {
    const ctx = await clinic.as('owner')
    const expiresAt = new Date(clinic.clock.now.getTime() + 3_600_000)
    const link = await inOneStep(ctx, 'make-link', (tx) => makeLink(ctx, tx, 'check-in', ctx.newId(), expiresAt))
    const secret = new URL(link).pathname.split('/')[2] ?? ''
    const wrong: string[] = []
    for (const { method, path, who } of routesOf(app).audiences.filter(({ path }) => path.startsWith('/l/'))) {
      const guessed = await ask(method, pathOf(path), await cookieFor('owner'))
      if (guessed.code !== 'link-unusable') wrong.push(`guessed ${method} ${path}: ${guessed.code}`)
      const opened = await ask(method, pathOf(path, secret))
      const isOpen = who.includes('link') || who.includes('anyone')
      if (isOpen === REFUSALS.includes(opened.code ?? '')) wrong.push(`${method} ${path}: ${opened.code}`)
    }
    expect(wrong).toEqual([])
  })

  test('a route that names nobody stops the start', () => {
    expect(routesOf(app).unguarded).toEqual([])
    const careless = new Hono().get('/api/everything', (c) => c.text('all of it'))
    expect(routesOf(careless as never).unguarded).toMatchObject([{ path: '/api/everything' }])
  })
})

describe('coming in without a password', () => {
  const post = (on: typeof app, host: string, path: string, body: object, cookie = '') =>
    on.request(`http://${host}${path}`, {
      method: 'POST',
      headers: { origin: `http://${host}`, 'content-type': 'application/json', ...(cookie && { cookie }) },
      body: JSON.stringify(body),
    })

  test('is one press in a simulated clinic, which lists its people by role', async () => {
    const simulated = await testClinic()
    const on = appOn({ ...simulated.ground, simulated: true })
    const [owner, nurse] = [await newcomer(simulated, 'owner'), await newcomer(simulated, 'nurse')]
    const people = await (await on.request(`http://${simulated.host}/api/auth/people`)).json()
    expect(people).toMatchObject([
      { id: nurse.id, roles: ['nurse'], title: 'nurse', waits: 'Nothing waits just now.' },
      { id: owner.id, roles: ['owner'] },
    ])
    const entered = await post(on, simulated.host, '/api/auth/enter', { accountId: nurse.id })
    expect(entered.status).toBe(201)
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const me = await on.request(`http://${simulated.host}/api/auth/me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ id: nurse.id, clinic: { simulated: true } })
    const second = await newcomer(simulated, 'prescriber')
    const proven = { staffId: second.id, act: 'draw-up', facts: { mg: '35' } }
    expect((await post(on, simulated.host, '/api/proof/simulated', proven, cookie)).status).toBe(201)
    expect((await post(on, simulated.host, '/api/proof/simulated', { ...proven, staffId: nurse.id }, cookie)).status).toBe(403)
  })

  test('does not exist in a real one: no list, no entry, no proof for the asking', async () => {
    const real = await testClinic()
    const on = appOn(real.ground)
    const nurse = await newcomer(real, 'nurse')
    expect((await on.request(`http://${real.host}/api/auth/people`)).status).toBe(404)
    expect((await post(on, real.host, '/api/auth/enter', { accountId: nurse.id })).status).toBe(404)
    const proven = { staffId: nurse.id, act: 'draw-up', facts: {} }
    expect((await post(on, real.host, '/api/proof/simulated', proven, nurse.browser.cookie)).status).toBe(404)
  })

  test('and having gone out again, hears no more news', async () => {
    const left = await testClinic()
    const on = appOn(left.ground)
    const nurse = await newcomer(left, 'nurse')
    const cookie = nurse.browser.cookie ?? ''
    const stream = (await on.request(`http://${left.host}/api/live`, { headers: { cookie } })).body?.getReader()
    expect(new TextDecoder().decode((await stream?.read())?.value)).toContain('event: ping')
    await nurse.browser.send('POST', '/api/auth/sign-out')
    let isOver = false
    while (!isOver) isOver = (await stream?.read())?.done ?? true
    expect((await on.request(`http://${left.host}/api/live`, { headers: { cookie } })).status).toBe(401)
  })

  test('too many tries are told when to come back', async () => {
    const rushed = await testClinic()
    const on = appOn(rushed.ground)
    const body = { email: 'somebody@example.test', password: 'a wrong password' }
    const answers = []
    for (let i = 0; i < 11; i += 1) answers.push(await post(on, rushed.host, '/api/auth/password', body))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429])
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
