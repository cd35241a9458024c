import { beforeEach, describe, expect, test } from 'vitest'
import { type TestClinic, testClinic } from '../testing.ts'
import { softAuthenticator } from './testing-authenticator.ts'
import { newcomer } from './testing-site.ts'

let clinic: TestClinic
let person: Awaited<ReturnType<typeof newcomer>>
beforeEach(async () => {
  clinic = await testClinic()
  person = await newcomer(clinic)
})

const register = async (device = softAuthenticator(person.browser.origin), deviation = {}) => {
  const { body: options } = await person.browser.send('POST', '/api/auth/account/passkeys/options')
  const response = device.create(options, deviation)
  const answer = await person.browser.send('POST', '/api/auth/account/passkeys', { response, label: 'Ward tablet' })
  return { device, answer, response, options }
}

describe('making a passkey', () => {
  test('keeps it under its label and shows ten recovery codes, this once', async () => {
    const { answer } = await register()
    expect(answer.status).toBe(201)
    expect(new Set(answer.body.recoveryCodes).size).toBe(10)
    const second = await register()
    expect(second.answer.body.recoveryCodes).toEqual([])
    const { body } = await person.browser.send('GET', '/api/auth/account')
    expect(body).toMatchObject({ recoveryCodesLeft: 10, passkeys: [{ label: 'Ward tablet' }, { label: 'Ward tablet' }] })
  })

  test('asks for one that needs no name, and that the person proves presence and identity', async () => {
    const { options } = await register()
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    expect(options.rp.id).toBe(clinic.host)
  })

  test('is refused when made for another origin, or when the same answer comes again', async () => {
    const elsewhere = await register(undefined, { origin: 'http://evil.localhost' })
    expect(elsewhere.answer).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
    const { response } = await register()
    const again = await person.browser.send('POST', '/api/auth/account/passkeys', { response, label: 'Again' })
    expect(again).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
  })

  test('needs a fresh sign-in', async () => {
    clinic.clock.forward(16)
    const { status, body } = await person.browser.send('POST', '/api/auth/account/passkeys/options')
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'sign-in-again' })
  })
})

describe('signing in with a passkey', () => {
  const ask = async () => {
    const browser = person.stranger()
    const { body: options } = await browser.send('POST', '/api/auth/passkey/options')
    return { browser, options, use: (response: unknown) => browser.send('POST', '/api/auth/passkey', { response }) }
  }

  test('needs no name, and names nobody before it', async () => {
    const { device } = await register()
    const { browser, options, use } = await ask()
    expect(options.allowCredentials).toEqual([])
    expect(await use(device.use(options))).toMatchObject({ status: 201, body: { accountId: person.id } })
    expect(await browser.send('GET', '/api/auth/me')).toMatchObject({ status: 200, body: { id: person.id, roles: ['nurse'] } })
  })

  test('works once for each challenge', async () => {
    const { device } = await register()
    const { options, use } = await ask()
    const response = device.use(options)
    expect((await use(response)).status).toBe(201)
    expect(await use(response)).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
  })

  test('is over after five minutes', async () => {
    const { device } = await register()
    const { options, use } = await ask()
    clinic.clock.forward(5)
    expect((await use(device.use(options))).status).toBe(401)
  })

  test.each([
    ['another origin', { origin: 'http://evil.localhost' }],
    ['a counter that went back', { counter: 1 }],
    ['a person who was not checked', { isUnverified: true }],
  ])('is refused with %s', async (_, deviation) => {
    const { device } = await register()
    const first = await ask()
    expect((await first.use(device.use(first.options))).status).toBe(201)
    const { browser, options, use } = await ask()
    expect(await use(device.use(options, deviation))).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
    expect(browser.cookie).toBeUndefined()
  })

  test('is refused with a passkey nobody knows, one that was removed, and one of another clinic', async () => {
    const { device, answer } = await register()
    const unknown = await ask()
    expect((await unknown.use(softAuthenticator(person.browser.origin).use(unknown.options))).status).toBe(401)
    const other = await newcomer(await testClinic())
    const asked = await other.browser.send('POST', '/api/auth/passkey/options')
    const foreign = softAuthenticator(other.browser.origin)
    expect((await other.browser.send('POST', '/api/auth/passkey', { response: foreign.use(asked.body) })).status).toBe(401)
    await register()
    await person.browser.send('DELETE', `/api/auth/account/passkeys/${answer.body.passkeyId}`)
    const removed = await ask()
    expect((await removed.use(device.use(removed.options))).status).toBe(401)
  })

  test('answers garbage with a list of what is wrong, never with a trace', async () => {
    const { use } = await ask()
    expect(await use({ id: 'x' })).toMatchObject({ status: 422, body: { faults: [{ field: 'response' }] } })
    const nonsense = { clientDataJSON: '!', authenticatorData: '', signature: '' }
    const answer = await use({ id: 'x', rawId: 'x', type: 'public-key', response: nonsense })
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
  })
})
