import type { GuardedAct } from '@dripline/clinical'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, inOneStep, openContext, type Tx } from '../context.ts'
import { inTransaction } from '../database.ts'
import { type TestClinic, testClinic } from '../testing.ts'
import { closeAccount } from './account.ts'
import { sealProof, spendProof } from './proof.ts'
import { softAuthenticator } from './testing-authenticator.ts'
import { newcomer, PASSWORD } from './testing-site.ts'

type Person = Awaited<ReturnType<typeof newcomer>>
let clinic: TestClinic
let nurse: Person
let second: Person
beforeEach(async () => {
  clinic = await testClinic()
  nurse = await newcomer(clinic)
  second = await newcomer(clinic, 'prescriber')
})

const facts = { drug: 'ketamine', mg: '35', ml: '0.7', vialMgPerMl: '50', infusateMgPerMl: '0.35' }
const act = () => ({ staffId: second.id, act: 'draw-up' as const, facts })
const ctxOf = ({ id, name, signInId }: Person, role: 'nurse' | 'prescriber' = 'nurse'): Ctx =>
  openContext(clinic.ground, { clinicId: clinic.clinicId, actor: { kind: 'staff', id, roles: [role], name, signInId } })
const spend = (ctx: Ctx, token: string, name: GuardedAct = 'draw-up', given: Record<string, string> = facts) =>
  inOneStep(ctx, name, (tx) => spendProof(ctx, tx, token, name, given))
const byPassword = (password = PASSWORD, change = {}) =>
  nurse.browser.send('POST', '/api/proof/password', { ...act(), password, ...change })

describe('the second person', () => {
  test('is anybody who works at the chair, but not oneself and not the front desk', async () => {
    await newcomer(clinic, 'front desk')
    const { body } = await nurse.browser.send('GET', '/api/proof/people?act=draw-up')
    expect(body).toEqual({ people: [{ id: second.id, name: second.name, roles: ['prescriber'] }], simulated: false })
  })

  test('proves themselves by password on the first one’s screen; the first stays signed in', async () => {
    const { status, body } = await byPassword()
    expect(status).toBe(201)
    expect(await spend(ctxOf(nurse), body.proof)).toMatchObject({ staffId: second.id, name: second.name })
    expect((await nurse.browser.send('GET', '/api/auth/me')).body.id).toBe(nurse.id)
  })

  test('proves themselves by a passkey, whose challenge stands for these facts alone', async () => {
    const device = softAuthenticator(second.browser.origin)
    const { body: making } = await second.browser.send('POST', '/api/auth/account/passkeys/options')
    await second.browser.send('POST', '/api/auth/account/passkeys', { response: device.create(making), label: 'Key' })
    const ask = async () => device.use((await nurse.browser.send('POST', '/api/proof/passkey/options', act())).body)
    const prove = (body: object) => nurse.browser.send('POST', '/api/proof/passkey', { ...act(), ...body })
    const other = await prove({ response: await ask(), facts: { ...facts, mg: '350' } })
    expect(other).toMatchObject({ status: 403, body: { code: 'proof-failed' } })
    const response = await ask()
    const { status, body } = await prove({ response })
    expect(status).toBe(201)
    expect((await prove({ response })).status).toBe(403)
    expect(await spend(ctxOf(nurse), body.proof)).toMatchObject({ staffId: second.id })
  })

  test('cannot be the same person, by password or passkey', async () => {
    const same = { ...act(), staffId: nurse.id }
    for (const answer of [
      await nurse.browser.send('POST', '/api/proof/password', { ...same, password: PASSWORD }),
      await nurse.browser.send('POST', '/api/proof/passkey/options', same),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'proof-same-person' } })
    await expect(sealProof(ctxOf(nurse), { ...same, method: 'password' })).rejects.toMatchObject({ code: 'proof-same-person' })
  })

  test('who gives a wrong password, or is nobody, is refused alike', async () => {
    for (const answer of [await byPassword('not the password'), await byPassword(PASSWORD, { staffId: crypto.randomUUID() })])
      expect(answer).toMatchObject({ status: 403, body: { code: 'proof-failed' } })
  })

  test('who works elsewhere in the house, or is an owner licensed in no state, is refused in words, once they have proved themselves', async () => {
    for (const role of ['front desk', 'owner'] as const) {
      const { id } = await newcomer(clinic, role)
      expect(await byPassword('not the password', { staffId: id })).toMatchObject({ status: 403, body: { code: 'proof-failed' } })
      for (const name of ['draw-up', 'waste', 'empty', 'correct', 'receive'])
        expect(await byPassword(PASSWORD, { staffId: id, act: name })).toMatchObject({
          status: 403,
          body: {
            code: 'no-right',
            faults: [{ field: 'second', code: 'role-for-act', params: { roles: expect.arrayContaining(['nurse']) } }],
          },
        })
    }
    expect((await nurse.browser.send('GET', '/api/proof/people?act=waste')).body.people).toHaveLength(1)
  })

  test('is not locked out by a stranger’s wrong passwords at the sign-in page, nor by another asker’s', async () => {
    const stranger = second.stranger()
    for (let i = 0; i < 12; i += 1)
      await stranger.send('POST', '/api/auth/password', { email: second.email, password: 'a guess' })
    const third = await newcomer(clinic)
    for (let i = 0; i < 12; i += 1)
      await third.browser.send('POST', '/api/proof/password', { ...act(), password: 'not the password' })
    expect((await byPassword()).status).toBe(201)
    for (let i = 0; i < 11; i += 1) await byPassword('not the password')
    expect((await byPassword()).status).toBe(429)
  })

  test('leaves a line for every failure, and may fail ten times', async () => {
    for (let i = 0; i < 10; i += 1) await byPassword('not the password')
    expect((await byPassword()).status).toBe(429)
    const failures = (await clinic.trail()).filter(({ code }) => code === 'proof-failed')
    expect(failures).toHaveLength(10)
    expect(failures[0]).toMatchObject({ actor: `staff:${nurse.id}`, about: { staffId: second.id } })
  })
})

const inTables = (work: (db: Tx['db']) => Promise<unknown>) =>
  inTransaction(clinic.ground.database, clinic.clinicId, async ({ db }) => void (await work(db)))

describe('a right that ends between the proof and the act', () => {
  const changes: Record<string, (db: Tx['db']) => Promise<unknown>> = {
    'a license taken back': (db) =>
      db.updateTable('staffLicense').set({ endedAt: clinic.clock.now }).where('staffId', '=', second.id).execute(),
    'a license that ended yesterday': (db) =>
      db.updateTable('staffLicense').set({ validUntil: sql`date '2026-11-22'` }).where('staffId', '=', second.id).execute(),
    'a role taken away': (db) =>
      db
        .updateTable('account')
        .set({ roles: ['front desk'] })
        .where('id', '=', second.id)
        .execute(),
  }
  test.each(Object.keys(changes))('%s: the word is worth nothing at the act', async (name) => {
    const { proof } = await sealProof(ctxOf(nurse), { ...act(), method: 'password' })
    await inTables(changes[name] ?? (async () => {}))
    await expect(spend(ctxOf(nurse), proof)).rejects.toMatchObject({ code: 'no-right', faults: [{ field: 'second' }] })
  })

  test('an owner who also holds the role and a license is a second person', async () => {
    const owner = await newcomer(clinic, 'owner')
    await inTables(async (db) => {
      await db
        .updateTable('account')
        .set({ roles: ['owner', 'prescriber'] })
        .where('id', '=', owner.id)
        .execute()
      const license = { state: 'VA', kind: 'MD', number: 'T-2', validUntil: '2028-06-30', createdAt: clinic.clock.now }
      await db
        .insertInto('staffLicense')
        .values({ clinicId: clinic.clinicId, id: clinic.ground.newId(clinic.clock.now), staffId: owner.id, ...license })
        .execute()
    })
    expect((await byPassword(PASSWORD, { staffId: owner.id })).status).toBe(201)
  })
})

describe('a proof', () => {
  const sealed = async () => (await sealProof(ctxOf(nurse), { ...act(), method: 'password' })).proof

  test('is good once', async () => {
    const token = await sealed()
    await spend(ctxOf(nurse), token)
    await expect(spend(ctxOf(nurse), token)).rejects.toMatchObject({ code: 'proof-used' })
  })

  test('is still good when the act it was for did not happen', async () => {
    const token = await sealed()
    const failing = inOneStep(ctxOf(nurse), 'draw-up', async (tx) => {
      await spendProof(ctxOf(nurse), tx, token, 'draw-up', facts)
      throw new Error('the lights went out')
    })
    await expect(failing).rejects.toThrow('lights')
    expect(await spend(ctxOf(nurse), token)).toMatchObject({ staffId: second.id })
  })

  test('is good for three minutes', async () => {
    const token = await sealed()
    clinic.clock.forward(3)
    await expect(spend(ctxOf(nurse), token)).rejects.toMatchObject({ code: 'proof-used' })
  })

  test('is bound to its act and to every fact, whatever their order', async () => {
    const token = await sealed()
    await expect(spend(ctxOf(nurse), token, 'waste')).rejects.toMatchObject({ code: 'proof-failed' })
    for (const key of Object.keys(facts))
      await expect(spend(ctxOf(nurse), token, 'draw-up', { ...facts, [key]: '50.1' })).rejects.toMatchObject({
        code: 'proof-failed',
      })
    await expect(spend(ctxOf(nurse), token, 'draw-up', { ...facts, note: '' })).rejects.toMatchObject({ code: 'proof-failed' })
    const turned = Object.fromEntries(Object.entries(facts).reverse())
    expect(await spend(ctxOf(nurse), token, 'draw-up', turned)).toMatchObject({ staffId: second.id })
  })

  test('is worth nothing to anybody but the one who asked, least of all to its giver', async () => {
    const token = await sealed()
    const third = await newcomer(clinic)
    await expect(spend(ctxOf(third), token)).rejects.toMatchObject({ code: 'proof-failed' })
    await expect(spend(ctxOf(second, 'prescriber'), token)).rejects.toMatchObject({ code: 'proof-same-person' })
    await expect(spend(ctxOf(nurse), 'x'.repeat(43))).rejects.toMatchObject({ code: 'proof-failed' })
  })

  test('dies with the account of its giver, and is kept as a hash only', async () => {
    const owner = await clinic.as('owner')
    const token = await sealed()
    await inOneStep(owner, 'close', (tx) => closeAccount(owner, tx, second.id))
    await expect(spend(ctxOf(nurse), token)).rejects.toMatchObject({ code: 'proof-failed' })
    const rows = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('proof').selectAll().execute(),
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})
