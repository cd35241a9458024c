import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inOneStep, openContext } from '../context.ts'
import { heldClock, type TestClinic, testClinic } from '../testing.ts'
import { postgresGround } from '../testing-postgres.ts'
import { sealProof, spendProof } from './proof.ts'
import { softAuthenticator } from './testing-authenticator.ts'
import { codeAt } from './testing-codes.ts'
import { newcomer, PASSWORD } from './testing-site.ts'

const clock = heldClock()
const ground = await postgresGround(clock)
afterAll(async () => {
  await ground.jobs.stop()
  await ground.database.close()
})

const EIGHT = Array.from({ length: 8 }, (_, i) => i)
const won = (answers: readonly { status: number }[]) => answers.filter(({ status }) => status < 300).length

let clinic: TestClinic
let person: Awaited<ReturnType<typeof newcomer>>
beforeAll(async () => {
  clinic = await testClinic(clock, ground)
  person = await newcomer(clinic)
})

describe('of eight at once', () => {
  test('one passkey answer signs in', async () => {
    const device = softAuthenticator(person.browser.origin)
    const { body: making } = await person.browser.send('POST', '/api/auth/account/passkeys/options')
    await person.browser.send('POST', '/api/auth/account/passkeys', { response: device.create(making), label: 'Key' })
    const { body: options } = await person.stranger().send('POST', '/api/auth/passkey/options')
    const response = device.use(options)
    expect(won(await Promise.all(EIGHT.map(() => person.stranger().send('POST', '/api/auth/passkey', { response }))))).toBe(1)
  })

  test('one code of the app, and one recovery code, sign in once each', async () => {
    const { body: app } = await person.browser.send('POST', '/api/auth/account/app')
    const first = codeAt(app.key, clock.now)
    await person.browser.send('POST', '/api/auth/account/app/confirm', { ticket: app.ticket, code: first })
    const { body: renewed } = await person.browser.send('POST', '/api/auth/account/recovery-codes')
    clock.forward(1)
    for (const second of [{ code: codeAt(app.key, clock.now) }, { recoveryCode: renewed.recoveryCodes[0] }]) {
      const tickets = []
      for (const _ of EIGHT.slice(0, 4)) {
        const half = await person.stranger().send('POST', '/api/auth/password', { email: person.email, password: PASSWORD })
        tickets.push(half.body.ticket)
      }
      const finish = (ticket: string) => person.stranger().send('POST', '/api/auth/second', { ticket, ...second })
      expect(won(await Promise.all(tickets.map(finish)))).toBe(1)
    }
  })

  test('one proof is used once', async () => {
    const second = await newcomer(clinic, 'prescriber')
    const { id, name, signInId } = person
    const ctx = openContext(ground, { clinicId: clinic.clinicId, actor: { kind: 'staff', id, roles: ['nurse'], name, signInId } })
    const { proof } = await sealProof(ctx, { staffId: second.id, act: 'draw-up', facts: { mg: '35' }, method: 'password' })
    const spend = () => inOneStep(ctx, 'draw-up', (tx) => spendProof(ctx, tx, proof, 'draw-up', { mg: '35' }))
    const answers = await Promise.allSettled(EIGHT.map(spend))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('all tabs of a sign-in whose token is due stay signed in, with one fresh token', async () => {
    const before = person.browser.cookie
    clock.forward(30)
    const tabs = EIGHT.map(() => Object.assign(person.stranger(), { cookie: before }))
    const answers = await Promise.all(tabs.map((tab) => tab.send('GET', '/api/auth/me')))
    expect(won(answers)).toBe(8)
    expect(new Set(tabs.map(({ cookie }) => cookie)).size).toBe(1)
    expect(tabs[0]?.cookie).not.toBe(before)
  })
})
