import { beforeEach, describe, expect, test } from 'vitest'
import { inOneStep, staffOf } from '../context.ts'
import { type TestClinic, testClinic } from '../testing.ts'
import { closeAccount, createAccount } from './account.ts'
import { cookieName } from './cookie.ts'
import { browserAt, newcomer, PASSWORD, siteOf } from './testing-site.ts'

let clinic: TestClinic
let person: Awaited<ReturnType<typeof newcomer>>
beforeEach(async () => {
  clinic = await testClinic()
  person = await newcomer(clinic)
})

type Browser = typeof person.browser
const standing = async (browser: Browser) => (await browser.send('GET', '/api/auth/me')).status
const signedIn = async () => {
  const browser = person.stranger()
  await browser.send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
  return browser
}

describe('a sign-in', () => {
  test('ends after an hour without a request, and a request keeps it', async () => {
    clinic.clock.forward(59)
    expect(await standing(person.browser)).toBe(200)
    clinic.clock.forward(59)
    expect(await standing(person.browser)).toBe(200)
    clinic.clock.forward(61)
    expect(await standing(person.browser)).toBe(401)
    // Seen once it is a fact, also when the clock goes back.
    clinic.clock.forward(-60)
    expect(await standing(person.browser)).toBe(401)
  })

  test('ends after twelve hours, however busy', async () => {
    for (let i = 0; i < 24; i += 1) {
      clinic.clock.forward(30)
      expect(await standing(person.browser)).toBe(200)
    }
    clinic.clock.forward(1)
    expect(await standing(person.browser)).toBe(401)
  })

  test('gets a fresh token every half hour; two tabs on their way with the old one get the same fresh one', async () => {
    const before = person.browser.cookie
    clinic.clock.forward(29)
    await standing(person.browser)
    expect(person.browser.lastSetCookie).toBeNull()
    clinic.clock.forward(1)
    const otherTab = person.stranger()
    otherTab.cookie = before
    expect(await Promise.all([standing(person.browser), standing(otherTab)])).toEqual([200, 200])
    expect(person.browser.cookie).not.toBe(before)
    expect(otherTab.cookie).toBe(person.browser.cookie)
  })

  test('does not open by the token before once the overlap is over, nor by an invented one', async () => {
    const before = person.browser.cookie
    const opens = (cookie: string | undefined) => standing(Object.assign(person.stranger(), { cookie }))
    clinic.clock.forward(30)
    await standing(person.browser)
    clinic.clock.forward(2)
    expect(await opens(before)).toBe(200)
    clinic.clock.forward(1)
    expect(await opens(before)).toBe(401)
    expect(await opens(person.browser.cookie)).toBe(200)
    expect(await opens(`dripline=${person.signInId}.${'A'.repeat(43)}`)).toBe(401)
    expect(await opens('dripline=nonsense')).toBe(401)
  })

  test('that is signed out is refused at the next request, and its cookie is taken back', async () => {
    const held = person.browser.cookie
    expect((await person.browser.send('POST', '/api/auth/sign-out')).status).toBe(200)
    expect(person.browser.cookie).toBeUndefined()
    person.browser.cookie = held
    expect(await standing(person.browser)).toBe(401)
  })

  test('that begins in a browser where one stands ends the one before', async () => {
    const before = person.browser.cookie
    await person.browser.send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
    // A password alone: it stands, and leads to the way to a second factor only.
    expect((await person.browser.send('GET', '/api/auth/account')).status).toBe(200)
    expect(await standing(Object.assign(person.stranger(), { cookie: before }))).toBe(401)
  })

  test('can be seen and ended from another place', async () => {
    const elsewhere = await signedIn()
    const { body } = await person.browser.send('GET', '/api/auth/account')
    const other = body.signIns.find(({ isThis }: { isThis: boolean }) => !isThis)
    expect(body.signIns).toHaveLength(2)
    expect((await person.browser.send('DELETE', `/api/auth/account/sign-ins/${other.id}`)).status).toBe(200)
    expect(await standing(elsewhere)).toBe(401)
    const [third, fourth] = [await signedIn(), await signedIn()]
    expect((await person.browser.send('POST', '/api/auth/account/sign-ins/end-others')).body.ended).toBe(2)
    expect([await standing(third), await standing(fourth), await standing(person.browser)]).toEqual([401, 401, 200])
  })

  test('of somebody else cannot be ended', async () => {
    const other = await newcomer(clinic)
    const { status } = await person.browser.send('DELETE', `/api/auth/account/sign-ins/${other.signInId}`)
    expect(status).toBe(404)
    expect(await standing(other.browser)).toBe(200)
  })

  test('does not open another clinic', async () => {
    const other = await testClinic()
    const browser = browserAt(siteOf(other), other.host)
    browser.cookie = person.browser.cookie
    expect(await standing(browser)).toBe(401)
  })
})

describe('an account', () => {
  test('that an owner closes is refused at the next request', async () => {
    const owner = await clinic.as('owner')
    const close = () => inOneStep(owner, 'close', (tx) => closeAccount(owner, tx, person.id))
    expect(await standing(person.browser)).toBe(200)
    await close()
    expect(await standing(person.browser)).toBe(401)
    await expect(close()).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of an address belongs to one open account at a time', async () => {
    const ctx = await clinic.as('owner')
    const again = () =>
      inOneStep(ctx, 'invite', (tx) =>
        createAccount(ctx, tx, { id: ctx.newId(), email: person.email.toUpperCase(), name: 'N. Body', roles: ['nurse'] }),
      )
    await expect(again()).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'email' }] })
    await inOneStep(ctx, 'close', (tx) => closeAccount(ctx, tx, person.id))
    await again()
    await expect(again()).rejects.toMatchObject({ code: 'not-valid' })
  })

  test('is not closed by its own owner', async () => {
    const owner = await clinic.as('owner')
    const close = inOneStep(owner, 'close', (tx) => closeAccount(owner, tx, staffOf(owner).id))
    await expect(close).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('the cookie', () => {
  test('is closed to scripts and other sites, and demands https anywhere but on this machine', async () => {
    const browser = await signedIn()
    expect(browser.lastSetCookie).toMatch(/^dripline=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = browserAt(siteOf(clinic), clinic.host, 'https')
    await secure.send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
    expect(secure.lastSetCookie).toMatch(/^__Host-dripline=[^;]+; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookieName('http://192.168.1.20:4600')).toBe('__Host-dripline')
    expect(cookieName('http://localhost.evil.example')).toBe('__Host-dripline')
    expect(cookieName('http://localhost:4600')).toBe('dripline')
  })
})
