import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { deviceId, isKnownTo, isMarkedFor } from './auth/device.ts'
import { isMade, tokenOf } from './auth/sign-in.ts'
import { codeAt } from './auth/testing-codes.ts'
import { browserAt, newcomer, PASSWORD, siteOf } from './auth/testing-site.ts'
import { type Ctx, inOneStep, openContext } from './context.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'
import { type Keys, keysFrom } from './keys.ts'
import { linkAddress, makeLink, openLink } from './link.ts'
import { lookOf, markOf, seeMark } from './link-mark.ts'
import { resealSecrets } from './reseal-secrets.ts'
import { type TestClinic, testClinic } from './testing.ts'

const secret = () => randomBytes(32).toString('base64')
const [OLD, NEW] = [secret(), secret()]

let before: TestClinic
let after: TestClinic
let alone: TestClinic
/** The same clinic on a server with other keys. */
const withKeys = (clinic: TestClinic, keys: Keys): TestClinic => ({ ...clinic, ground: { ...clinic.ground, keys } })
const on = (ground: Ground, ctx: Ctx): Ctx =>
  openContext(ground, { clinicId: ctx.clinicId, actor: ctx.actor, origin: ctx.origin })

beforeEach(async () => {
  const clinic = await testClinic()
  before = withKeys(clinic, keysFrom(OLD))
  after = withKeys(clinic, keysFrom(NEW, [OLD]))
  alone = withKeys(clinic, keysFrom(NEW))
})
const reseal = () => resealSecrets(after.ground)

describe('after a change of SECRET_KEY', () => {
  test('a sign-in of before goes on, gets a cookie of the new key in time, and opens nothing once the old key is gone', async () => {
    const person = await newcomer(before)
    const there = browserAt(siteOf(after), after.host)
    there.cookie = person.browser.cookie
    expect((await there.send('GET', '/api/auth/account')).status).toBe(200)
    expect(there.cookie).toBe(person.browser.cookie)

    after.clock.forward(31)
    expect((await there.send('GET', '/api/auth/account')).status).toBe(200)
    expect(there.cookie).toBe(`dripline=${tokenOf(after.ground, person.signInId, 2)}`)
    const late = browserAt(siteOf(after), after.host)
    late.cookie = person.browser.cookie
    expect((await late.send('GET', '/api/auth/account')).status).toBe(200)
    expect(late.cookie).toBe(there.cookie)

    expect(isMade(alone.ground, tokenOf(before.ground, person.signInId, 1))).toBe(false)
    expect(isMade(alone.ground, tokenOf(after.ground, person.signInId, 2))).toBe(true)
  })

  test('an app of codes goes on with the old key, is sealed anew, and then needs the new one alone', async () => {
    const { browser, email } = await newcomer(before)
    const { body: app } = await browser.send('POST', '/api/auth/account/app')
    const at = () => codeAt(app.key, before.clock.now)
    await browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code: at() })
    const comesIn = async (clinic: TestClinic) => {
      clinic.clock.forward(1)
      const browserThere = browserAt(siteOf(clinic), clinic.host)
      const { body } = await browserThere.send('POST', '/api/auth/password', { email, password: PASSWORD })
      return browserThere.send('POST', '/api/auth/second', { ticket: body.ticket, code: at() })
    }
    expect((await comesIn(after)).status).toBe(201)
    await expect(comesIn(alone)).rejects.toThrow()
    expect(await reseal()).toMatchObject({ apps: 1 })
    expect((await comesIn(alone)).status).toBe(201)
    expect(await reseal()).toMatchObject({ apps: 0, links: 0 })
  })

  test('a link in a letter of before opens, and so does the same link in a letter written after it', async () => {
    const nurse = await before.as('nurse')
    const recordId = nurse.newId()
    const until = new Date(before.clock.now.getTime() + 86_400_000)
    const old = await inOneStep(nurse, 'make-link', (tx) => makeLink(nurse, tx, 'appointment', recordId, until))
    const fresh = linkAddress(on(after.ground, nurse), 'appointment', recordId)
    const opens = (address: string) =>
      inTransaction(after.ground.database, nurse.clinicId, (tx) =>
        openLink(tx, /\/l\/([\w-]+)\//.exec(address)?.[1] ?? '', after.clock.now),
      )
    expect(fresh).not.toBe(old)
    expect(await opens(old)).toMatchObject({ recordId })
    expect(await opens(fresh)).toBeUndefined()
    expect(await reseal()).toMatchObject({ links: 1 })
    expect(await opens(old)).toMatchObject({ recordId })
    expect(await opens(fresh)).toMatchObject({ recordId })
  })

  test('a browser stays known to its people, and is marked with the new key', async () => {
    const { id, browser } = await newcomer(before)
    await browser.send('GET', '/api/auth/account')
    const device = browser.device?.split('=')[1]
    expect(isKnownTo(after.ground, device, id)).toBe(true)
    expect(isMarkedFor(after.ground, device, id)).toBe(false)
    const there = Object.assign(browserAt(siteOf(after), after.host), { cookie: browser.cookie, device: browser.device })
    await there.send('GET', '/api/auth/account')
    const marked = there.device?.split('=')[1] ?? ''
    expect(isKnownTo(alone.ground, marked, id)).toBe(true)
    expect([deviceId(marked), marked.split('.')]).toEqual([deviceId(device ?? ''), [expect.anything(), expect.anything()]])
  })

  test('a page of a link that was being looked at is still one that was seen', async () => {
    const nurse = await before.as('nurse')
    const recordId = nurse.newId()
    const until = new Date(before.clock.now.getTime() + 86_400_000)
    await inOneStep(nurse, 'make-link', (tx) => makeLink(nurse, tx, 'check-in', recordId, until))
    const row = await inTransaction(before.ground.database, nurse.clinicId, ({ db }) =>
      db.selectFrom('link').where('recordId', '=', recordId).select('id').executeTakeFirstOrThrow(),
    )
    const actor = { kind: 'link', id: row.id, purpose: 'check-in', recordId } as const
    const holderOn = (clinic: TestClinic) =>
      openContext(clinic.ground, { clinicId: nurse.clinicId, actor, clock: clinic.clock.read })
    const mark = markOf(holderOn(before))
    await seeMark(holderOn(before), mark)
    before.clock.forward(1)
    const look = (clinic: TestClinic) =>
      inTransaction(clinic.ground.database, nurse.clinicId, (tx) => lookOf(holderOn(clinic), tx, mark))
    expect(await look(after)).toBe('seen')
    expect(await look(alone)).toBe('page not seen')
  })
})

test('an app whose key nobody holds any more keeps no server from its start, and a start that seals nothing leaves no line', async () => {
  const { browser, id } = await newcomer(before)
  const { body: app } = await browser.send('POST', '/api/auth/account/app')
  await browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code: codeAt(app.key, before.clock.now) })
  const lost = withKeys(before, keysFrom(secret(), [secret()]))
  const sealedNow = async () => {
    await before.ground.sealer.sealAll()
    return inTransaction(before.ground.database, before.clinicId, async ({ db }) => ({
      app: await db.selectFrom('account').where('id', '=', id).select('totpSealed').executeTakeFirst(),
      lines: await db.selectFrom('auditLine').where('entry', 'like', '%reseal-secrets%').select('seq').execute(),
    }))
  }
  const was = await sealedNow()
  expect(was.app?.totpSealed).toBeTruthy()
  expect(await resealSecrets(lost.ground)).toMatchObject({ apps: 0 })
  expect(await sealedNow()).toEqual(was)
})

test('without a key of before nothing is sealed anew and nothing is said', async () =>
  expect(await resealSecrets(alone.ground)).toBeNull())
