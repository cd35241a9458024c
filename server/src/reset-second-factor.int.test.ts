import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { clinicLetters } from './care/clinic/letters.ts'
import { softAuthenticator } from './platform/auth/testing-authenticator.ts'
import { codeAt } from './platform/auth/testing-codes.ts'
import { browserAt, newcomer, PASSWORD, type siteOf } from './platform/auth/testing-site.ts'
import { deliverDue } from './platform/message.ts'
import { peek, type TestClinic, testClinic } from './platform/testing.ts'

type Site = Pick<ReturnType<typeof siteOf>, 'request'>
let clinic: TestClinic
let site: Site
beforeEach(async () => {
  await testClinic()
  clinic = await testClinic()
  const app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
  site = { request: app.request.bind(app) as Site['request'] }
})

const words = 'seen in person, license shown'
const reset = (owner: Awaited<ReturnType<typeof newcomer>>, staffId: string, sent: object = { words }) =>
  owner.browser.send('POST', `/api/people/staff/${staffId}/second-factor/reset`, sent)

/** A nurse with an app, a passkey, recovery codes and a PIN, and an owner who has just signed in. */
const both = async () => {
  const nurse = await newcomer(clinic, 'nurse', site)
  const { body: app } = await nurse.browser.send('POST', '/api/auth/account/app')
  await nurse.browser.send('POST', '/api/auth/account/app/confirm', {
    ticket: app.ticket,
    code: codeAt(app.key, clinic.clock.now),
  })
  const { body: options } = await nurse.browser.send('POST', '/api/auth/account/passkeys/options')
  const response = softAuthenticator(nurse.browser.origin).create(options)
  const { body: kept } = await nurse.browser.send('POST', '/api/auth/account/passkeys', { response, label: 'Ward tablet' })
  await nurse.browser.send('POST', '/api/auth/account/pin', { pin: '408213' })
  const signsIn = async () => {
    const browser = browserAt(site, clinic.host)
    return { browser, ...(await browser.send('POST', '/api/auth/password', { email: nurse.email, password: PASSWORD })) }
  }
  return { nurse, owner: await newcomer(clinic, 'owner', site), app, kept, signsIn }
}

describe('a lost second factor', () => {
  test('is reset by an owner: every sign-in ends, nothing of before opens, and a new one comes first at the next', async () => {
    const { nurse, owner, app, signsIn } = await both()
    expect((await signsIn()).body.next).toBe('code')
    const ticket = (await signsIn()).body.ticket
    expect((await reset(owner, nurse.id)).status).toBe(200)
    expect((await nurse.browser.send('GET', '/api/auth/me')).status).toBe(401)
    clinic.clock.forward(1)
    const half = { ticket, code: codeAt(app.key, clinic.clock.now) }
    expect((await nurse.browser.send('POST', '/api/auth/second', half)).status).toBeGreaterThanOrEqual(400)

    const { browser, body } = await signsIn()
    expect(body).toEqual({ next: 'done' })
    expect((await browser.send('GET', '/api/auth/me')).body.code).toBe('second-factor-missing')
    const { body: account } = await browser.send('GET', '/api/auth/account')
    expect(account).toMatchObject({ hasApp: false, hasPin: false, passkeys: [], recoveryCodesLeft: 0 })
    const { body: fresh } = await browser.send('POST', '/api/auth/account/app')
    const confirm = { ticket: fresh.ticket, code: codeAt(fresh.key, clinic.clock.now) }
    expect((await browser.send('POST', '/api/auth/account/app/confirm', confirm)).body.recoveryCodes).toHaveLength(10)
    expect((await browser.send('GET', '/api/auth/me')).status).toBe(200)
  })

  test('leaves a line, the words, and a letter to its person that names who did it', async () => {
    const { nurse, owner } = await both()
    const { body } = await reset(owner, nurse.id)
    const line = (await clinic.trail()).findLast(({ verb }) => verb === 'reset-second-factor')
    expect(line).toMatchObject({ actor: `staff:${owner.id}`, outcome: 'done', about: { accountId: nurse.id } })
    expect(JSON.stringify(line)).not.toContain('license shown')
    const ctx = await clinic.as('owner')
    const rows = await peek(ctx, ({ db }) =>
      db.selectFrom('secondFactorReset').where('clinicId', '=', clinic.clinicId).selectAll().execute(),
    )
    expect(rows).toMatchObject([{ id: body.id, accountId: nurse.id, resetBy: owner.id, words }])
    await deliverDue(clinic.ground, clinicLetters, clinic.clinicId, clinic.clock.read)
    const [letter] = await peek(ctx, ({ db }) =>
      db.selectFrom('message').where('kind', '=', 'second-factor-reset').where('aboutId', '=', body.id).selectAll().execute(),
    )
    expect(letter).toMatchObject({ recipient: nurse.email, sentAt: expect.any(Date) })
    expect(letter?.body).toContain('set up a new passkey or authenticator app')
  })

  test('is not needed to end somebody’s sign-ins: an owner does so by itself, nobody else, and they sign in again as before', async () => {
    const { nurse, owner, signsIn } = await both()
    const end = (browser: typeof owner.browser) => browser.send('POST', `/api/people/staff/${nurse.id}/sign-out`)
    expect((await end(nurse.browser)).body.code).toBe('not-allowed')
    expect((await end(owner.browser)).body).toEqual({ accountId: nurse.id, ended: 1 })
    expect((await nurse.browser.send('GET', '/api/auth/me')).status).toBe(401)
    expect((await owner.browser.send('GET', '/api/auth/me')).status).toBe(200)
    expect((await signsIn()).body.next).toBe('code')
  })

  test('is reset by nobody else, never one’s own, not without words, and not from a sign-in that is a quarter of an hour old', async () => {
    const { nurse, owner, signsIn } = await both()
    const other = await newcomer(clinic, 'prescriber', site)
    expect((await reset(other, nurse.id)).body.code).toBe('not-allowed')
    expect((await reset(owner, owner.id)).body.code).toBe('not-allowed')
    const wrong = await reset(owner, nurse.id, { words: 'yes' })
    expect([wrong.status, wrong.body.faults[0].field]).toEqual([422, 'words'])
    expect((await reset(owner, crypto.randomUUID())).body.code).toBe('not-found')
    clinic.clock.forward(16)
    expect((await reset(owner, nurse.id)).body.code).toBe('sign-in-again')
    expect((await signsIn()).body.next).toBe('code')
  })
})
