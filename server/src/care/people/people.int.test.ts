import { consentText } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { inOneStep, staffOf } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { acceptPerson } from './accept-person.ts'
import { addPerson } from './add-person.ts'
import { changePerson } from './change-person.ts'
import { consentFor, signConsent } from './sign-consent.ts'
import { changesOf, personOf } from './store.ts'

const hazel = {
  name: 'Hazel Standin',
  email: 'hazel@example.org',
  phone: '+1 540 555 0142',
  state: 'VA',
  zone: 'America/New_York',
}

const caller = async (clinic: TestClinic, change: Partial<typeof hazel> = {}) => {
  const ctx = await clinic.as('front desk')
  return { ctx, personId: (await addPerson(ctx, { ...hazel, ...change })).personId }
}

describe('a person', () => {
  test('keeps what stood there before a change', async () => {
    const clinic = await testClinic()
    const { ctx, personId } = await caller(clinic)
    await changePerson(ctx, { personId, heightCm: '171', sex: 'female' })
    clinic.clock.forward(1)
    await changePerson(ctx, { personId, heightCm: '172', sex: 'female' })
    expect(await peek(ctx, (tx) => personOf(tx, personId))).toMatchObject({ heightCm: '172' })
    expect(await peek(ctx, (tx) => changesOf(tx, personId))).toMatchObject([
      { before: { heightCm: '171' }, by: staffOf(ctx).name },
      { before: { heightCm: null, sex: null } },
    ])
  })

  test('cannot be born tomorrow on the clinic’s calendar', async () => {
    const { ctx, personId } = await caller(await testClinic())
    await expect(changePerson(ctx, { personId, dateOfBirth: '2026-11-24' })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'dateOfBirth', value: '2026-11-24' }],
    })
  })

  test('becomes a patient at the first acceptance and stays one since then', async () => {
    const clinic = await testClinic()
    const { personId } = await caller(clinic)
    const prescriber = await clinic.as('prescriber')
    const accept = () =>
      inOneStep(prescriber, 'accept', async (tx) => {
        await acceptPerson(prescriber, tx, personId)
        return { personId }
      })
    const first = clinic.clock.now
    await accept()
    clinic.clock.forward(60)
    await accept()
    expect(await peek(prescriber, (tx) => personOf(tx, personId))).toMatchObject({ acceptedAt: first })
  })
})

describe('consent', () => {
  const signature = { indication: 'pain' as const, version: consentText.version, signedName: 'Hazel Standin' }

  test('is signed once everything was said back, and holds for its indication and its time', async () => {
    const clinic = await testClinic()
    const { personId } = await caller(clinic)
    const nurse = await clinic.as('nurse')
    const some = consentText.teachBack.slice(1)
    await expect(signConsent(nurse, { ...signature, personId, saidBack: some })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'saidBack' }],
    })
    await signConsent(nurse, { ...signature, personId, saidBack: consentText.teachBack })
    const held = (indication: 'pain' | 'depression') => peek(nurse, (tx) => consentFor(nurse, tx, personId, indication))
    expect(await held('pain')).toMatchObject({ isStale: false, takenBy: staffOf(nurse).name })
    expect(await held('depression')).toBeNull()
    clinic.clock.forward(366 * 24 * 60)
    expect(await held('pain')).toMatchObject({ isStale: true })
  })

  test('is refused for a text that is not the current one', async () => {
    const clinic = await testClinic()
    const { personId } = await caller(clinic)
    const stale = { ...signature, personId, version: '000000000000', saidBack: consentText.teachBack }
    await expect(signConsent(await clinic.as('nurse'), stale)).rejects.toMatchObject({ code: 'consent-stale' })
  })
})
