import { Problem } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { recognise, tokenOf } from '../../platform/auth/sign-in.ts'
import { type Ctx, openContext } from '../../platform/context.ts'
import { newClinic } from '../../platform/new-clinic.ts'
import { heldClock, peek, testClinic, testGround } from '../../platform/testing.ts'
import { setUpClinic } from './set-up-clinic.ts'
import { readSetUpForm } from './set-up-form.ts'
import { allStaff, clinicSettings, isSetUp } from './store.ts'

const typed = {
  name: 'Blue Ridge Infusion',
  zone: 'America/New_York',
  states: ['VA', 'MD'],
  'hours.1.from': '08:00',
  'hours.1.to': '18:00',
  'hours.5.from': '08:00',
  'hours.5.to': '00:00',
  phone: '540-555-0100',
  afterHoursPhone: '(540) 555-0199',
  address: '1 Ridge Road, Roanoke, VA 24011',
  'crisisLines.0.number': '911',
  'crisisLines.1.number': '988',
  'owner.name': 'Mira Ledgerman',
  'owner.email': 'Mira@Example.org',
  'owner.title': 'Owner',
  'owner.password': 'a slow river bends',
  code: '7k4q2mab cdef',
}

const waiting = async (code = '7K4Q-2MAB-CDEF') => {
  await testClinic()
  const clock = heldClock()
  const ground = await testGround(clock)
  const clinicId = ground.newId(clock.now)
  await newClinic(ground.database, { id: clinicId, host: `${clinicId}.localhost`, at: clock.now, code }, 'first.localhost')
  const visitor = openContext(ground, { clinicId, actor: { kind: 'visitor', address: '127.0.0.1' } })
  return { ground, visitor, clinicId }
}

const open = (ctx: Ctx, change: Partial<typeof typed> = {}) => setUpClinic(ctx, readSetUpForm({ ...typed, ...change }))

describe('setting up a clinic', () => {
  test('takes the printed code in any spelling, and signs the first owner in', async () => {
    const { ground, visitor, clinicId } = await waiting()
    expect(await peek(visitor, isSetUp)).toBe(false)
    const { accountId, signInId } = await open(visitor)
    const settings = await peek(visitor, clinicSettings)
    expect(settings).toMatchObject({
      name: typed.name,
      states: ['MD', 'VA'],
      phone: typed.phone,
      afterHoursPhone: typed.afterHoursPhone,
      address: typed.address,
      dateOrder: 'month first',
    })
    expect(settings.hours).toEqual({ '1': [['08:00', '18:00']], '5': [['08:00', '24:00']] })
    expect(await peek(visitor, allStaff)).toMatchObject([{ roles: ['owner'], email: 'mira@example.org' }])
    const seen = await recognise(ground, clinicId, tokenOf(ground, signInId, 1))
    expect(seen?.actor).toMatchObject({ kind: 'staff', id: accountId, roles: ['owner'] })
  })

  test('works once', async () => {
    const { visitor } = await waiting()
    await open(visitor)
    await expect(open(visitor, { 'owner.email': 'other@example.org' })).rejects.toMatchObject({ code: 'already-set-up' })
  })

  test('is refused without the code, and leaves nothing behind', async () => {
    const { visitor } = await waiting()
    await expect(open(visitor, { code: '7K4Q-2MAB-CDEE' })).rejects.toMatchObject({ code: 'code-wrong' })
    expect(await peek(visitor, isSetUp)).toBe(false)
    expect(await peek(visitor, allStaff)).toEqual([])
  })

  test('says every fault at once under the names of the page’s fields, and never gives the password back', () => {
    const faults = () => {
      try {
        readSetUpForm({ ...typed, name: '', states: '', 'hours.1.to': '07:00', 'owner.email': 'mira', 'owner.password': '' })
      } catch (error) {
        if (error instanceof Problem) return error.faults
        throw error
      }
      return []
    }
    expect(faults().map(({ field }) => field)).toEqual(['name', 'states', 'hours.1', 'owner.email', 'owner.password'])
    expect(JSON.stringify(faults())).not.toContain(typed['owner.password'])
  })

  test('puts the faults of a password under its own field', async () => {
    const { visitor } = await waiting()
    await expect(open(visitor, { 'owner.password': 'Mira Ledgerman' })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'owner.password' }],
    })
  })
})
