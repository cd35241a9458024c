import { consentText } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { setClinic } from '../clinic/store.ts'
import { addPerson } from './add-person.ts'
import { consentFor, signConsent } from './sign-consent.ts'
import { consentById, consentsOf } from './store.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const signature = { indication: 'pain' as const, version: consentText.version, saidBack: consentText.teachBack }

const ready = async (name = 'Siobhán O’Brien') => {
  const clinic = await testClinic()
  const nurse = await clinic.as('nurse', 'P. Larkspur')
  const caller = { name, email: 'hazel@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
  const { personId } = await addPerson(nurse, caller as Parameters<typeof addPerson>[1])
  const sign = (signedName: string, more: object = {}) => signConsent(nurse, { ...signature, personId, signedName, ...more })
  return { clinic, nurse, personId, sign }
}

const refusal = async (signed: Promise<unknown>) =>
  signed.then(
    () => null,
    (problem: { code: string; faults: { field: string }[] }) =>
      `${problem.code} ${problem.faults.map(({ field }) => field).join()}`,
  )

describe('the name under a consent', () => {
  test.each(['Siobhan OBrien', "o'brien, siobhan", '  Siobhán   O’Brien '])('%s is the person’s own', async (typed) => {
    const { sign } = await ready()
    expect(await sign(typed)).toMatchObject({ indication: 'pain' })
  })

  test.each(['Hazel Standin', 'Siobhán', 'x', 'P. Larkspur', 'larkspur p'])(
    '%s is somebody else’s and is refused',
    async (typed) => {
      const { sign } = await ready()
      expect(await refusal(sign(typed))).toBe('not-valid signedName')
    },
  )

  test('of whoever takes it is refused also where the patient has the same name: a colleague takes it', async () => {
    const { clinic, personId, sign } = await ready('P. Larkspur')
    expect(await refusal(sign('P. Larkspur'))).toBe('not-valid signedName')
    const colleague = await clinic.as('nurse', 'J. Osprey')
    expect(await signConsent(colleague, { ...signature, personId, signedName: 'P. Larkspur' })).toMatchObject({ personId })
  })

  test('of a representative is kept with what lets them sign; not the patient’s name, nor anybody’s of the staff', async () => {
    const { clinic, nurse, personId, sign } = await ready()
    await clinic.as('front desk', 'W. Foyer')
    const representative = { relation: 'Health care agent', authority: 'Power of attorney of May 2, seen' }
    for (const name of ['Siobhan O’Brien', 'P. Larkspur', 'Foyer, W.'])
      expect(await refusal(sign(name, { representative }))).toBe('not-valid signedName')
    await sign('Niamh Brady', { representative })
    const [signed] = await peek(nurse, (tx) => consentsOf(tx, personId))
    expect(signed).toMatchObject({
      signedName: 'Niamh Brady',
      personName: 'Siobhán O’Brien',
      representativeRelation: 'Health care agent',
      representativeAuthority: 'Power of attorney of May 2, seen',
      takenBy: 'P. Larkspur',
    })
  })
})

const contactOf = (ctx: Ctx, contact: object) =>
  inOneStep(ctx, 'set-contact', async (tx) => {
    await setClinic(tx, contact)
    return {}
  })

describe('the words that were signed', () => {
  test('are kept with the clinic’s numbers in them, and stay when the numbers change', async () => {
    const { nurse, sign } = await ready()
    const { consentId } = await sign('Siobhán O’Brien')
    await contactOf(nurse, { phone: '540-555-0777', afterHoursPhone: '540-555-0888' })
    const kept = await peek(nurse, (tx) => consentById(tx, consentId))
    const text = JSON.stringify(kept?.signedText)
    expect(text).toContain('540-555-0100')
    expect(text).toContain('540-555-0199')
    expect(text).not.toContain('0777')
    expect(text).not.toMatch(/[{}]phone|\{afterHours/)
    expect(kept?.signedText?.statement).toBe(consentText.statement)
  })

  test('cannot be signed before the clinic has said its numbers and address: nothing is promised that is not there', async () => {
    const { nurse, sign } = await ready()
    await contactOf(nurse, { afterHoursPhone: null, address: null })
    expect(await refusal(sign('Siobhán O’Brien'))).toBe('not-valid clinic,clinic')
  })
})

describe('a consent that was given ends', () => {
  test('when it is withdrawn: once, with the reason, and an older one does not stand in for it', async () => {
    const { clinic, nurse, personId, sign } = await ready()
    await sign('Siobhán O’Brien')
    clinic.clock.forward(60)
    const { consentId } = await sign('Siobhán O’Brien')
    const held = () => peek(nurse, (tx) => consentFor(nurse, tx, personId, 'pain'))
    expect(await held()).toMatchObject({ id: consentId, isStale: false })
    await withdrawConsent(nurse, { personId, consentId, reason: 'I do not want this any more' })
    expect(await held()).toBeNull()
    expect(await refusal(withdrawConsent(nurse, { personId, consentId, reason: 'again' }))).toBe('wrong-state ')
    await sign('Siobhán O’Brien')
    expect(await held()).toMatchObject({ isStale: false })
  })

  test('is not withdrawn by another person’s page', async () => {
    const { nurse, sign } = await ready()
    const { consentId } = await sign('Siobhán O’Brien')
    const other = withdrawConsent(nurse, { personId: nurse.newId(), consentId, reason: 'a wrong page' })
    expect(await refusal(other)).toBe('not-found ')
  })

  test('by the day of the clinic’s own calendar', async () => {
    const { clinic, nurse, personId, sign } = await ready()
    clinic.clock.now = new Date('2025-11-24T02:00:00Z')
    await sign('Siobhán O’Brien')
    const isStale = () => peek(nurse, async (tx) => (await consentFor(nurse, tx, personId, 'pain'))?.isStale)
    // Signed on November 23 in New York: it ends with November 23 there, not in Greenwich.
    clinic.clock.now = new Date('2026-11-23T04:59:00Z')
    expect(await isStale()).toBe(false)
    clinic.clock.now = new Date('2026-11-23T05:00:00Z')
    expect(await isStale()).toBe(true)
  })
})
