import { beforeEach, describe, expect, test } from 'vitest'
import { inOneStep, openContext } from '../context.ts'
import { inTransaction } from '../database.ts'
import { type TestClinic, testClinic } from '../testing.ts'
import { lock } from './lock.ts'
import { isEasyPin, MOST_WRONG } from './pin.ts'
import { standing } from './sign-in.ts'
import { codeAt } from './testing-codes.ts'
import { newcomer, siteOf, standingSignIn } from './testing-site.ts'

let clinic: TestClinic
let site: ReturnType<typeof siteOf>
let ash: Awaited<ReturnType<typeof newcomer>>
let birch: Awaited<ReturnType<typeof newcomer>>
beforeEach(async () => {
  clinic = await testClinic()
  site = siteOf(clinic)
  ash = await newcomer(clinic, 'nurse', site)
  birch = await newcomer(clinic, 'nurse', site)
  await ash.browser.send('GET', '/api/auth/me')
  await addsApp(birch)
})

/** Whoever uses a PIN has a second factor: without one no sign-in of theirs opens a record. */
const addsApp = async ({ browser }: typeof birch) => {
  const { body: app } = await browser.send('POST', '/api/auth/account/app')
  const code = codeAt(app.key, clinic.clock.now)
  expect((await browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code })).status).toBe(201)
}

const [ASH, BIRCH] = ['408213', '975310']
const later = (minutes: number) => {
  clinic.clock.now = new Date(clinic.clock.now.getTime() + minutes * 60_000)
}
const me = (browser: typeof ash.browser) => browser.send('GET', '/api/auth/me')
const open = (browser: typeof ash.browser, accountId: string, pin: string) =>
  browser.send('POST', '/api/auth/unlock', { accountId, pin })

/** The other nurse signs in on the first one's tablet and sets a PIN there; then the first signs in again. */
const bothKnown = async () => {
  const tablet = ash.browser
  expect((await tablet.send('POST', '/api/auth/account/pin', { pin: ASH })).status).toBe(201)
  const own = tablet.cookie
  later(0.1)
  tablet.cookie = birch.browser.cookie
  await me(tablet)
  expect((await tablet.send('POST', '/api/auth/account/pin', { pin: BIRCH })).status).toBe(201)
  tablet.cookie = own
  return tablet
}

describe('a tablet at the chair', () => {
  test('locks when nobody has touched it for the minutes of the policy, whatever its page asks meanwhile, and stays locked', async () => {
    await ash.browser.send('POST', '/api/auth/touch')
    for (let minute = 1; minute <= 3; minute++) {
      later(1)
      expect((await me(ash.browser)).status).toBe(200)
    }
    later(0.6)
    expect(await me(ash.browser)).toMatchObject({ status: 401, body: { code: 'locked' } })
    expect((await ash.browser.send('POST', '/api/auth/touch')).body).toMatchObject({ code: 'locked' })
    expect((await ash.browser.send('POST', '/api/auth/account/app')).body).toMatchObject({ code: 'locked' })
  })

  test('does not lock while it is touched, nor a sign-in that has been at no chair', async () => {
    await ash.browser.send('POST', '/api/auth/touch')
    for (let i = 0; i < 4; i++) {
      later(2)
      await ash.browser.send('POST', '/api/auth/touch')
      expect((await me(ash.browser)).status).toBe(200)
    }
    later(20)
    expect((await me(birch.browser)).status).toBe(200)
  })

  test('opens by the PIN of the person who locked it: the same sign-in goes on', async () => {
    const tablet = await bothKnown()
    await tablet.send('POST', '/api/auth/lock')
    expect((await me(tablet)).body).toMatchObject({ code: 'locked' })
    expect((await tablet.send('GET', '/api/auth/unlock')).body).toEqual({
      standing: { id: ash.id, name: ash.name },
      people: [
        { id: birch.id, name: birch.name, isSpent: false },
        { id: ash.id, name: ash.name, isSpent: false },
      ],
    })
    const before = tablet.cookie
    expect(await open(tablet, ash.id, ASH)).toMatchObject({ status: 201, body: { accountId: ash.id } })
    expect(tablet.cookie).toBe(before)
    expect((await me(tablet)).body).toMatchObject({ id: ash.id })
  })

  test('opens by the PIN of another known there, under whose name it goes on; the first sign-in is over', async () => {
    const tablet = await bothKnown()
    const before = tablet.cookie
    await tablet.send('POST', '/api/auth/lock')
    expect((await open(tablet, birch.id, BIRCH)).status).toBe(201)
    expect((await me(tablet)).body).toMatchObject({ id: birch.id })
    tablet.cookie = before
    expect((await me(tablet)).status).toBe(401)
  })
})

describe('a PIN', () => {
  test('of one person opens nothing for another, and after five wrong ones nothing at all on that tablet', async () => {
    const tablet = await bothKnown()
    await tablet.send('POST', '/api/auth/lock')
    for (let left = MOST_WRONG - 1; left >= 0; left--)
      expect((await open(tablet, birch.id, ASH)).body).toMatchObject({
        code: 'sign-in-failed',
        about: { triesLeft: String(left) },
      })
    expect((await open(tablet, birch.id, BIRCH)).status).toBe(401)
    expect((await open(tablet, ash.id, ASH)).status).toBe(201)
  })

  test('cannot be used up, or used, from a browser the person has never signed in on', async () => {
    const tablet = await bothKnown()
    const elsewhere = birch.browser
    await me(elsewhere)
    for (let i = 0; i <= MOST_WRONG; i++) expect((await open(elsewhere, ash.id, '111222')).status).toBe(401)
    expect((await open(elsewhere, ash.id, ASH)).status).toBe(401)
    await tablet.send('POST', '/api/auth/lock')
    expect((await open(tablet, ash.id, ASH)).status).toBe(201)
  })

  test('is set with a recent sign-in only, and a sign-in by PIN is never recent enough to change a way in', async () => {
    const tablet = await bothKnown()
    await tablet.send('POST', '/api/auth/lock')
    await open(tablet, birch.id, BIRCH)
    for (const path of ['/api/auth/account/pin', '/api/auth/account/app'])
      expect((await tablet.send('POST', path, path.endsWith('pin') ? { pin: '402915' } : undefined)).body).toMatchObject({
        code: 'sign-in-again',
      })
    later(16)
    expect((await birch.browser.send('POST', '/api/auth/account/pin', { pin: '402915' })).body).toMatchObject({
      code: 'sign-in-again',
    })
  })

  test('is kept by a slow hash, and an easy one is refused at its field', async () => {
    const tablet = await bothKnown()
    const rows = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('devicePin').selectAll().execute(),
    )
    expect(rows.every(({ pinHash }) => pinHash.startsWith('$argon2id$'))).toBe(true)
    for (const pin of ['111111', '123456', '987654', '121212', '123123', '12345', 'abcdef'])
      expect((await tablet.send('POST', '/api/auth/account/pin', { pin })).body).toMatchObject({ faults: [{ field: 'pin' }] })
    expect(isEasyPin(ASH)).toBe(false)
  })

  test('opens nothing once its person has taken it off, or their account is closed', async () => {
    const tablet = await bothKnown()
    await tablet.send('DELETE', '/api/auth/account/pin')
    await tablet.send('POST', '/api/auth/lock')
    expect((await open(tablet, ash.id, ASH)).status).toBe(401)
    expect((await open(tablet, birch.id, BIRCH)).status).toBe(201)
  })
})

test('news ends with the lock: what stays open for long asks as well', async () => {
  const ctx = await clinic.as('nurse')
  if (ctx.actor.kind !== 'staff') throw new TypeError('A person was expected.')
  const signInId = await inOneStep(ctx, 'prepare', (tx) => standingSignIn(ctx, tx))
  const there = openContext(clinic.ground, { clinicId: ctx.clinicId, actor: { ...ctx.actor, signInId }, origin: ctx.origin })
  const stands = async () => (await standing(clinic.ground, ctx.clinicId, [signInId])).has(signInId)
  expect(await stands()).toBe(true)
  await lock(there)
  expect(await stands()).toBe(false)
})
