import { beforeEach, describe, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../testing.ts'
import { softAuthenticator } from './testing-authenticator.ts'
import { codeAt } from './testing-codes.ts'
import { browserAt, newcomer, PASSWORD, siteOf } from './testing-site.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

/** Somebody with a password and nothing else, who has just signed in by it. */
const bare = async () => {
  const person = await newcomer(clinic)
  const browser = browserAt(siteOf(clinic), clinic.host)
  const signsIn = () => browser.send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
  expect((await signsIn()).body).toEqual({ next: 'done' })
  const addsApp = async () => {
    const { body: app } = await browser.send('POST', '/api/auth/account/app')
    const code = codeAt(app.key, clinic.clock.now)
    return { app, confirmed: await browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code }) }
  }
  const addsPasskey = async (browserOf = browser) => {
    const { body: options } = await browserOf.send('POST', '/api/auth/account/passkeys/options')
    const response = softAuthenticator(browserOf.origin).create(options)
    return browserOf.send('POST', '/api/auth/account/passkeys', { response, label: 'Ward tablet' })
  }
  return { ...person, own: person.browser, browser, signsIn, addsApp, addsPasskey }
}

describe('a sign-in by password alone', () => {
  test('opens the ways to a second factor, and every other route refuses it by a code of its own, with a line', async () => {
    const { browser, id } = await bare()
    for (const [method, path] of [
      ['GET', '/api/auth/me'],
      ['GET', '/api/proof/people?act=draw-up'],
      ['POST', '/api/auth/account/pin'],
      ['POST', '/api/auth/account/recovery-codes'],
      ['POST', '/api/auth/account/password'],
      ['DELETE', '/api/auth/account/app'],
    ] as const) {
      const { status, body } = await browser.send(method, path, method === 'GET' ? undefined : {})
      expect([path, status, body.code]).toEqual([path, 403, 'second-factor-missing'])
    }
    expect((await browser.send('GET', '/api/auth/account')).status).toBe(200)
    const lines = (await clinic.trail()).filter(({ code, actor }) => code === 'second-factor-missing' && actor === `staff:${id}`)
    expect(lines).toHaveLength(6)
  })

  test('opens records in the request after an app was confirmed, and asks for its code from then on', async () => {
    const { browser, addsApp, signsIn } = await bare()
    const { app, confirmed } = await addsApp()
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect((await browser.send('GET', '/api/auth/me')).status).toBe(200)

    clinic.clock.forward(1)
    const half = await signsIn()
    expect(half.body.next).toBe('code')
    const code = codeAt(app.key, clinic.clock.now)
    expect((await browser.send('POST', '/api/auth/second', { ticket: half.body.ticket, code })).status).toBe(201)
    expect((await browser.send('GET', '/api/auth/me')).status).toBe(200)
  })

  test('opens records once a passkey was made, which is both factors by itself', async () => {
    const { browser, addsPasskey } = await bare()
    expect((await addsPasskey()).status).toBe(201)
    expect((await browser.send('GET', '/api/auth/me')).status).toBe(200)
  })

  test('elsewhere by the same password ends when the second factor is set up; one that had its own factor, or stood before, goes on', async () => {
    const person = await bare()
    const thief = person.stranger()
    await thief.send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
    await person.addsApp()
    expect((await thief.send('GET', '/api/auth/account')).status).toBe(401)
    expect((await person.own.send('GET', '/api/auth/me')).status).toBe(200)
  })
})

test('the last second factor is not taken away, by whichever way; one of two is', async () => {
  const { browser, addsApp, addsPasskey } = await bare()
  await addsApp()
  const refused = await browser.send('DELETE', '/api/auth/account/app')
  expect([refused.status, refused.body.code]).toEqual([409, 'second-factor-last'])
  const { passkeyId } = (await addsPasskey()).body
  expect((await browser.send('DELETE', '/api/auth/account/app')).status).toBe(200)
  expect((await browser.send('DELETE', `/api/auth/account/passkeys/${passkeyId}`)).status).toBe(409)
  expect((await browser.send('GET', '/api/auth/me')).status).toBe(200)
})
