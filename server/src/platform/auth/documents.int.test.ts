import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Variables } from '../allow.ts'
import { contextOfRequest } from '../context-of-request.ts'
import type { Ground } from '../ground.ts'
import { type TestClinic, testClinic } from '../testing.ts'
import { signInDocument } from './documents.ts'
import { codeAt } from './testing-codes.ts'
import { newcomer, PASSWORD } from './testing-site.ts'

let clinic: TestClinic
let person: Awaited<ReturnType<typeof newcomer>>
beforeEach(async () => {
  clinic = await testClinic()
  person = await newcomer(clinic)
})

/** The document's route, showing its data as JSON where the web box would draw a page. */
const pagesOn = (ground: Ground) => {
  const site = new Hono<{ Variables: Variables }>()
  site.use(contextOfRequest(ground, { publicUrl: undefined, proxies: [] }))
  site.use(async (c, next) => {
    c.set('show', async (data, status) => c.json(data, status ?? 200))
    await next()
  })
  return site.route(
    '/',
    signInDocument(async () => ({ [person.id]: 'One set of scores is late.' })),
  )
}

const visit = async (fields?: Record<string, string>, query = '', ground: Ground = clinic.ground) => {
  const origin = `http://${clinic.host}`
  const sent = fields && { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) }
  const response = await pagesOn(ground).request(`${origin}/sign-in${query}`, sent)
  const isShown = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    to: response.headers.get('location'),
    cookie: response.headers.get('set-cookie'),
    body: isShown ? await response.json() : null,
  }
}

describe('the sign-in page', () => {
  test('lists nobody in a real clinic, and lets nobody in by a press', async () => {
    expect((await visit()).body).toEqual({ people: null, play: null, hasSecondWay: false })
    expect(await visit({ way: 'enter', accountId: person.id })).toMatchObject({ status: 404, cookie: null })
  })

  test('lists the people of a simulated clinic with what waits for them, and lets anybody in by a press', async () => {
    const simulated = { ...clinic.ground, simulated: true }
    const { body } = await visit(undefined, '', simulated)
    expect(body).toMatchObject({ people: [{ id: person.id, waits: 'One set of scores is late.' }] })
    const entered = await visit({ way: 'enter', accountId: person.id }, '', simulated)
    expect(entered).toMatchObject({ status: 303, to: '/sign-in?in' })
    expect(entered.cookie).toMatch(/^dripline=/)
  })

  test('works by password without script, and goes on to the page that was asked for, on our own site only', async () => {
    const typed = { way: 'password', email: person.email, password: PASSWORD }
    // A password was all there is: the second factor comes first, and then what was asked for.
    const then = (to: string) => `/account?next=${encodeURIComponent(to)}`
    expect(await visit(typed)).toMatchObject({ status: 303, to: then('/sign-in?in') })
    expect((await visit(typed, '?next=/room')).to).toBe(then('/room'))
    for (const foreign of [
      '//evil.example',
      'https://evil.example/x',
      '/\\evil.example',
      '/.//evil.example',
      '/x/..//evil.example',
      './/evil.example',
      'javascript:alert(1)',
    ])
      expect((await visit(typed, `?next=${encodeURIComponent(foreign)}`)).to).toBe(then('/sign-in?in'))
  })

  test('says what went wrong and keeps the address, never the password', async () => {
    const wrong = await visit({ way: 'password', email: person.email, password: 'a wrong password' })
    expect(wrong).toMatchObject({ status: 401, cookie: null, body: { email: person.email, refused: { code: 'sign-in-failed' } } })
    expect(JSON.stringify(wrong)).not.toContain('a wrong password')
    const empty = await visit({ way: 'password', email: person.email, password: '' })
    expect(empty).toMatchObject({
      status: 422,
      body: { refused: { faults: [{ field: 'password', code: 'your-password' }] } },
    })
  })

  test('asks for the code of the app, takes either kind of code, and lets a wrong one be mended', async () => {
    const { body: app } = await person.browser.send('POST', '/api/auth/account/app')
    const confirmation = { ticket: app.ticket, code: codeAt(app.key, clinic.clock.now) }
    const { body: confirmed } = await person.browser.send('POST', '/api/auth/account/app/confirm', confirmation)
    clinic.clock.forward(1)
    for (const code of [codeAt(app.key, clinic.clock.now), confirmed.recoveryCodes[0]]) {
      const half = await visit({ way: 'password', email: person.email, password: PASSWORD })
      const { ticket } = half.body as { ticket: string }
      expect(half).toMatchObject({ status: 200, cookie: null })
      expect(await visit({ way: 'code', ticket, code: '000000' })).toMatchObject({ status: 401, body: { ticket } })
      expect(await visit({ way: 'code', ticket, code })).toMatchObject({ status: 303 })
    }
  })
})
