import { beforeEach, describe, expect, test } from 'vitest'
import { inOneStep } from '../context.ts'
import { inTransaction } from '../database.ts'
import { sha256 } from '../keys.ts'
import { type TestClinic, testClinic } from '../testing.ts'
import { closeAccount } from './account.ts'
import { softAuthenticator } from './testing-authenticator.ts'
import { codeAt } from './testing-codes.ts'
import { newcomer, PASSWORD } from './testing-site.ts'

let clinic: TestClinic
let person: Awaited<ReturnType<typeof newcomer>>
beforeEach(async () => {
  clinic = await testClinic()
  person = await newcomer(clinic)
})

type Browser = typeof person.browser
const giving = (browser: Browser, password = PASSWORD, email = person.email) =>
  browser.send('POST', '/api/auth/password', { email, password })
const nowCode = (key: string) => codeAt(key, clinic.clock.now)

const enrol = async () => {
  const { body: app } = await person.browser.send('POST', '/api/auth/account/app')
  const code = nowCode(app.key)
  const { body: confirmed } = await person.browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code })
  return { key: String(app.key), uri: String(app.uri), code, recoveryCodes: confirmed.recoveryCodes as string[] }
}

const halfway = async () => {
  const browser = person.stranger()
  const { body } = await giving(browser)
  const finish = (second: object) => browser.send('POST', '/api/auth/second', { ticket: body.ticket, ...second })
  return { browser, body, finish }
}

describe('a password', () => {
  test('alone signs in whoever has no other way in yet, to their own account and nothing else', async () => {
    const browser = person.stranger()
    expect(await giving(browser)).toMatchObject({ status: 201, body: { next: 'done' } })
    expect((await browser.send('GET', '/api/auth/account')).status).toBe(200)
    expect(await browser.send('GET', '/api/auth/me')).toMatchObject({ status: 403, body: { code: 'second-factor-missing' } })
  })

  test('is taken with any spelling of the address', async () => {
    expect((await giving(person.stranger(), PASSWORD, ` ${person.email.toUpperCase()} `)).status).toBe(201)
  })

  test('alone is not enough beside a passkey or an app', async () => {
    const { body: options } = await person.browser.send('POST', '/api/auth/account/passkeys/options')
    const response = softAuthenticator(person.browser.origin).create(options)
    await person.browser.send('POST', '/api/auth/account/passkeys', { response, label: 'Key' })
    const { browser, body } = await halfway()
    expect(body).toMatchObject({ next: 'code', hasApp: false })
    expect(browser.cookie).toBeUndefined()
  })

  test('that is wrong, of nobody, or of a closed account gets one and the same answer', async () => {
    const owner = await clinic.as('owner')
    const left = await newcomer(clinic)
    await inOneStep(owner, 'close', (tx) => closeAccount(owner, tx, left.id))
    const answers = [
      await giving(person.stranger(), 'a wrong password'),
      await giving(person.stranger(), PASSWORD, 'nobody@example.test'),
      await giving(person.stranger(), PASSWORD, left.email),
    ]
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 401, body: answers[0]?.body })
    expect(answers[0]?.body).toMatchObject({ code: 'sign-in-failed', about: {}, faults: [] })
  })

  test('may be tried ten times; then the person has to wait, known or not', async () => {
    for (const email of [person.email, 'nobody@example.test']) {
      for (let i = 0; i < 10; i += 1) expect((await giving(person.stranger(), 'a wrong password', email)).status).toBe(401)
      const { status, body } = await giving(person.stranger(), PASSWORD, email)
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'too-many' })
      expect(body.about.retryAfterSeconds).toBeGreaterThan(0)
    }
  })

  test('tried by strangers locks nobody out of a browser they have signed in on, which has ten tries of its own', async () => {
    await person.browser.send('GET', '/api/auth/me')
    expect(person.browser.device).toBeDefined()
    for (let i = 0; i < 12; i += 1) await giving(person.stranger(), 'a wrong password')
    expect((await giving(person.stranger())).status).toBe(429)
    const back = () => Object.assign(person.stranger(), { device: person.browser.device })
    expect((await giving(back())).status).toBe(201)
    for (let i = 0; i < 10; i += 1) expect((await giving(back(), 'a wrong password')).status).toBe(401)
    expect((await giving(back())).status).toBe(429)
  })

  test('a mark of one person, or one that somebody made up, opens no tries at another', async () => {
    await person.browser.send('GET', '/api/auth/me')
    const other = await newcomer(clinic)
    for (let i = 0; i < 12; i += 1) await giving(other.stranger(), 'a wrong password', other.email)
    const [id, mark] = person.browser.device?.split('=')[1]?.split('.') ?? []
    for (const said of [`${id}.${mark}`, `${id}.${'A'.repeat(43)}`, 'nonsense'])
      expect(
        (await giving(Object.assign(other.stranger(), { device: `dripline-device=${said}` }), PASSWORD, other.email)).status,
      ).toBe(429)
  })

  test('is changed with the old one, and ends every other sign-in', async () => {
    const elsewhere = person.stranger()
    await giving(elsewhere)
    const change = (body: object) => person.browser.send('POST', '/api/auth/account/password', body)
    expect((await change({ current: 'not the old one', password: 'a new long phrase' })).status).toBe(401)
    expect((await change({ current: PASSWORD, password: 'too short' })).body).toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'password' }],
    })
    expect((await change({ current: PASSWORD, password: person.email })).status).toBe(422)
    expect((await change({ current: PASSWORD, password: 'a new long phrase' })).status).toBe(200)
    expect((await elsewhere.send('GET', '/api/auth/me')).status).toBe(401)
    expect((await person.browser.send('GET', '/api/auth/me')).status).toBe(200)
    expect((await giving(person.stranger(), 'a new long phrase')).status).toBe(201)
  })

  test('that anybody would try is refused in words', async () => {
    for (const password of ['passwordpassword', 'aaaaaaaaaaaa', 'qwertyuiop12'])
      expect(
        (await person.browser.send('POST', '/api/auth/account/password', { current: PASSWORD, password })).body,
      ).toMatchObject({
        code: 'not-valid',
        faults: [{ field: 'password', code: 'phrase-that-is-not-among-first' }],
      })
  })

  test('is taken exactly as it is typed: any characters, two hundred of them, and not one more or another case', async () => {
    const long = Array.from({ length: 50 }, (_, i) => `🌊Å${String.fromCodePoint(0x3b1 + (i % 24))} `).join('')
    const change = (password: string) =>
      person.browser.send('POST', '/api/auth/account/password', { current: PASSWORD, password })
    expect((await change(`${long}x`)).body).toMatchObject({ faults: [{ field: 'password' }] })
    expect((await change(long)).status).toBe(200)
    expect((await giving(person.stranger(), long)).status).toBe(201)
    for (const other of [`${long}x`, long.toLowerCase(), long.trimEnd(), long.slice(0, -1)])
      expect((await giving(person.stranger(), other)).status).toBe(401)
  })

  test('never stands in the trail, and neither does the address it came with', async () => {
    await giving(person.stranger(), 'a wrong password')
    await giving(person.stranger())
    const lines = await clinic.trail()
    expect(lines.filter(({ verb }) => verb === 'sign-in')).toMatchObject([
      { outcome: 'refused', code: 'sign-in-failed' },
      { outcome: 'done', about: { accountId: person.id } },
    ])
    for (const secret of [PASSWORD, 'a wrong password', person.email]) expect(JSON.stringify(lines)).not.toContain(secret)
  })
})

describe('the code of an app', () => {
  test('is asked for after the password, and signs in', async () => {
    const { key } = await enrol()
    clinic.clock.forward(1)
    const { browser, body, finish } = await halfway()
    expect(body).toMatchObject({ next: 'code', hasApp: true })
    expect((await browser.send('GET', '/api/auth/me')).status).toBe(401)
    expect((await finish({ code: nowCode(key) })).status).toBe(201)
    expect((await browser.send('GET', '/api/auth/me')).body).toMatchObject({ id: person.id })
  })

  test('that enrolled the app, or has signed in, is used up', async () => {
    const { key, code } = await enrol()
    expect((await (await halfway()).finish({ code })).status).toBe(401)
    clinic.clock.forward(1)
    expect((await (await halfway()).finish({ code: nowCode(key) })).status).toBe(201)
    expect((await (await halfway()).finish({ code: nowCode(key) })).status).toBe(401)
  })

  test('may be half a minute off, and no more', async () => {
    const { key } = await enrol()
    clinic.clock.forward(10)
    const off = (seconds: number) => codeAt(key, new Date(clinic.clock.now.getTime() + seconds * 1000))
    expect((await (await halfway()).finish({ code: off(-90) })).status).toBe(401)
    expect((await (await halfway()).finish({ code: off(-30) })).status).toBe(201)
  })

  test('may be mended after a wrong one, with the same ticket, which then is used up', async () => {
    const { key } = await enrol()
    clinic.clock.forward(1)
    const { finish } = await halfway()
    expect((await finish({ code: '000000' })).status).toBe(401)
    expect((await finish({ code: nowCode(key) })).status).toBe(201)
    clinic.clock.forward(1)
    expect((await finish({ code: nowCode(key) })).status).toBe(401)
  })

  test('comes too late five minutes after the password', async () => {
    const { key } = await enrol()
    const { finish } = await halfway()
    clinic.clock.forward(5)
    expect((await finish({ code: nowCode(key) })).status).toBe(401)
  })

  test('must be right before a new app replaces the one in use; its key is sealed in the database', async () => {
    const { key, uri } = await enrol()
    expect(uri).toContain(`secret=${key}`)
    const { body: second } = await person.browser.send('POST', '/api/auth/account/app')
    const wrong = await person.browser.send('POST', '/api/auth/account/app/confirm', { ticket: second.ticket, code: '000000' })
    expect(wrong).toMatchObject({ status: 422, body: { faults: [{ field: 'code' }] } })
    clinic.clock.forward(1)
    expect((await (await halfway()).finish({ code: nowCode(key) })).status).toBe(201)
    const rows = await inTransaction(clinic.ground.database, clinic.clinicId, async ({ db }) => [
      await db.selectFrom('account').selectAll().execute(),
      await db.selectFrom('challenge').selectAll().execute(),
    ])
    expect(JSON.stringify(rows)).not.toContain(key)
    expect(JSON.stringify(rows)).not.toContain(String(second.key))
  })
})

describe('a recovery code', () => {
  test('stands for the app once, however it is typed, and is not kept in the clear', async () => {
    const { recoveryCodes } = await enrol()
    const [first = '', second = ''] = recoveryCodes
    const typed = first.toLowerCase().replaceAll('-', ' ')
    expect((await (await halfway()).finish({ recoveryCode: typed })).status).toBe(201)
    expect((await (await halfway()).finish({ recoveryCode: first })).status).toBe(401)
    expect((await (await halfway()).finish({ recoveryCode: second })).status).toBe(201)
    expect((await person.browser.send('GET', '/api/auth/account')).body.recoveryCodesLeft).toBe(8)
    const rows = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('recoveryCode').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(second)
    expect(rows.every(({ codeHash }) => codeHash.startsWith('$argon2id$'))).toBe(true)
  })

  test('that was given out before codes were hashed slowly still opens, once', async () => {
    await enrol()
    const code = 'WXYZ-2345-ABCD'
    await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db
        .insertInto('recoveryCode')
        .values({
          clinicId: clinic.clinicId,
          id: crypto.randomUUID(),
          accountId: person.id,
          codeHash: sha256(`${person.id} ${code.replaceAll('-', '')}`),
          createdAt: clinic.clock.now,
        })
        .execute(),
    )
    expect((await (await halfway()).finish({ recoveryCode: code })).status).toBe(201)
    expect((await (await halfway()).finish({ recoveryCode: code })).status).toBe(401)
  })

  test('of the old ten opens nothing once there are ten new ones', async () => {
    const { recoveryCodes } = await enrol()
    const renewed = await person.browser.send('POST', '/api/auth/account/recovery-codes')
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect((await (await halfway()).finish({ recoveryCode: recoveryCodes[0] })).status).toBe(401)
    expect((await (await halfway()).finish({ recoveryCode: renewed.body.recoveryCodes[0] })).status).toBe(201)
  })
})
