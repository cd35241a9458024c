import { beforeEach, describe, expect, test } from 'vitest'
import { setPolicyValue } from './care/clinic/set-policy-value.ts'
import { newcomer } from './platform/auth/testing-site.ts'
import type { Ctx } from './platform/context.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
let prescriber: Ctx
beforeEach(async () => {
  clinic = await testClinic()
  prescriber = await clinic.as('prescriber')
})

type Browser = Awaited<ReturnType<typeof newcomer>>['browser']
const standing = async (browser: Browser) => (await browser.send('GET', '/api/auth/me')).status
const set = (name: string, value: number) =>
  setPolicyValue(prescriber, { policy: 'sign-in-lifetime', name, value, validFrom: clinic.clock.now, reason: 'shared room' })

describe('a sign-in ends by the figures that its clinic has set, also one that stands already', () => {
  test('after so long without a request', async () => {
    const { browser } = await newcomer(clinic)
    clinic.clock.forward(20)
    expect(await standing(browser)).toBe(200)
    await set('idleMinutes', 15)
    clinic.clock.forward(14)
    expect(await standing(browser)).toBe(200)
    clinic.clock.forward(16)
    expect(await standing(browser)).toBe(401)
  })

  test('after so long in all, shorter or longer than what is usual', async () => {
    const { browser } = await newcomer(clinic)
    await set('overallHours', 2)
    for (let i = 0; i < 4; i += 1) {
      clinic.clock.forward(30)
      expect(await standing(browser)).toBe(200)
    }
    clinic.clock.forward(1)
    expect(await standing(browser)).toBe(401)
    const { browser: later } = await newcomer(clinic)
    await set('overallHours', 24)
    for (let i = 0; i < 48; i += 1) {
      clinic.clock.forward(30)
      expect(await standing(later)).toBe(200)
    }
    clinic.clock.forward(1)
    expect(await standing(later)).toBe(401)
  })

  test('and never by more than the standard allows', async () => {
    for (const [name, value] of [
      ['idleMinutes', 90],
      ['overallHours', 48],
    ] as const)
      await expect(set(name, value)).rejects.toMatchObject({ code: 'not-valid' })
  })
})
