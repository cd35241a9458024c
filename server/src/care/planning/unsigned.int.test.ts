import { overrideAct, overrideFacts } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealProof } from '../../platform/auth/proof.ts'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { changePerson } from '../people/change-person.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { caller, wellAnswers } from '../screening/testing.ts'
import { closeCourse } from './close-course.ts'
import type { PlanSent } from './plan.ts'
import { renewOrder } from './renew-order.ts'
import { signPlan } from './sign-plan.ts'
import { plansOf } from './store.ts'
import { accepted, consented, crpsDose, depressionDose, openClinic, refusalOf, tens, visitsOf } from './testing.ts'

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let chairIds: string[]
let personId: string
beforeEach(async () => {
  clinic = await testClinic()
  ;({ prescriber, nurse, chairIds } = await openClinic(clinic))
  personId = await accepted(prescriber, nurse)
  await consented(nurse, personId)
})

const now = () => clinic.clock.now
const plan = (change: Partial<PlanSent> = {}): PlanSent => ({
  personId,
  dose: crpsDose(now()),
  visits: tens(now(), 10),
  acknowledged: [],
  ...change,
})
const read = <T>(look: (tx: Tx) => Promise<T>) => peek(nurse, look)
const visits = (state = 'booked') => visitsOf(nurse, state)
const refusal = refusalOf
const signing = (change: Partial<PlanSent> = {}) => refusal(signPlan(prescriber, plan(change)))
const nothingKept = async () => {
  expect(await read((tx) => plansOf(tx, personId))).toEqual([])
  expect(await visits()).toEqual([])
}

describe('nothing is signed', () => {
  test('before a prescriber has approved the clinical defaults', async () => {
    const bare = await testClinic()
    const [doctor, helper] = [await bare.as('prescriber'), await bare.as('nurse')]
    const somebody = await accepted(doctor, helper)
    await consented(helper, somebody)
    expect(await refusal(signPlan(doctor, plan({ personId: somebody })))).toMatchObject({ code: 'defaults-not-approved' })
  })

  test('by a nurse, or by a prescriber whose license has ended: neither a course nor a renewal', async () => {
    const { orderIds } = await signPlan(prescriber, plan())
    const renewal = { orderId: orderIds[0] ?? '', dose: crpsDose(now()), acknowledged: [] }
    const noRight = { code: 'no-right', fields: ['right'] }
    expect(await refusal(renewOrder(nurse, renewal))).toMatchObject(noRight)
    await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
      db.updateTable('staffLicense').set({ validUntil: '2026-11-01' }).where('staffId', '=', staffOf(prescriber).id).execute(),
    )
    expect(await refusal(renewOrder(prescriber, renewal))).toMatchObject(noRight)
    for (const by of [nurse, prescriber]) expect(await refusal(signPlan(by, plan()))).toMatchObject(noRight)
  })

  test('for somebody who is not a patient, or was declined since, or not for this', async () => {
    expect(await signing({ personId: await caller(nurse) })).toMatchObject({ code: 'not-a-patient' })
    expect(await signing({ dose: depressionDose(now()) })).toMatchObject({ code: 'not-a-patient' })
    clinic.clock.forward(1)
    const { screeningId } = await screenPerson(prescriber, { personId, answers: {}, baseline: {} })
    await decide(prescriber, { screeningId, decision: 'decline', reason: 'Moved away', acknowledged: [], overrides: [] })
    expect(await signing()).toMatchObject({ code: 'not-a-patient' })
    await nothingKept()
  })

  test('without a consent, or with one for something else', async () => {
    const other = await accepted(prescriber, nurse)
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-missing' })
    await consented(nurse, other, 'depression')
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-missing' })
  })

  test('on a consent to an older text, or one a year old; signing the current text opens it again', async () => {
    const other = await accepted(prescriber, nurse)
    await inTransaction(clinic.ground.database, clinic.clinicId, async ({ db, clinicId }) => {
      await db
        .insertInto('consent')
        .values({
          clinicId,
          id: clinic.ground.newId(now()),
          personId: other,
          indication: 'pain',
          definitionId: 'ketamine-infusion',
          version: '0123456789ab',
          signedName: 'Clover Samplett',
          takenBy: staffOf(nurse).id,
          signedAt: now(),
        })
        .execute()
    })
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-stale' })
    clinic.clock.forward(1)
    await consented(nurse, other)
    await expect(signPlan(prescriber, plan({ personId: other }))).resolves.toMatchObject({ personId: other })
  })

  test('when a rule stands in the way now, though it did not at the decision', async () => {
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { vesselMalformation: 'not-sure', systolic: 186 }, baseline: {} })
    expect(await signing()).toMatchObject({ code: 'finding-blocks', fields: ['blood-pressure', 'aneurysm'] })
    await nothingKept()
  })

  test('until what is only a caution is acknowledged by name', async () => {
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { systolic: 150 }, baseline: {} })
    expect(await signing()).toMatchObject({ code: 'finding-blocks', fields: ['blood-pressure'] })
    await expect(signPlan(prescriber, plan({ acknowledged: ['blood-pressure'] }))).resolves.toMatchObject({ personId })
  })

  test('on an override of other answers than those it was signed for', async () => {
    const other = await caller(nurse)
    const answers = { ...wellAnswers(), recentHeartEvent: 'yes' as const }
    const { screeningId } = await screenPerson(prescriber, { personId: other, answers, baseline: {} })
    const overrides = [{ rule: 'heart-disease', reason: 'The cardiologist agrees' }]
    const facts = overrideFacts(screeningId, ['heart-disease'])
    const second = staffOf(await clinic.as('prescriber')).id
    const { proof } = await sealProof(prescriber, { staffId: second, act: overrideAct, facts, method: 'password' })
    const acknowledged = ['capacity', 'body-mass']
    await decide(prescriber, { screeningId, decision: 'accept', reason: 'fits', acknowledged, overrides, proof })
    await consented(nurse, other)
    await changePerson(nurse, { personId: other, sex: 'female' })
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId: other, answers: { unstableAngina: 'yes' }, baseline: {} })
    expect(await signing({ personId: other })).toMatchObject({ code: 'finding-blocks', fields: ['heart-disease'] })
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId: other, answers: { unstableAngina: 'no' }, baseline: {} })
    await expect(signPlan(prescriber, plan({ personId: other }))).resolves.toMatchObject({ personId: other })
  })

  test('with a dose that fails a hard check; each one is named', async () => {
    const dose = { ...crpsDose(now()), infusate: { infusateMg: '50', finalMl: '100' } }
    expect(await signing({ dose })).toMatchObject({ code: 'dose-not-possible', fields: ['bag-holds-dose'] })
    const typed = { ...crpsDose(now()), enteredDoseMg: '1000' }
    expect(await signing({ dose: typed })).toMatchObject({ code: 'dose-not-possible', fields: ['dose-matches', 'cap'] })
    const old = new Date(now().getTime() - 15 * 86_400_000).toISOString()
    const light = await accepted(prescriber, nurse)
    await consented(nurse, light)
    expect(await signing({ personId: light, dose: { ...crpsDose(now()), weightAt: old } })).toMatchObject({
      code: 'dose-not-possible',
      fields: ['weight-measured'],
    })
    await nothingKept()
  })

  test('with a soft check that nobody acknowledged', async () => {
    const light = await accepted(prescriber, nurse, 'pain', '55')
    await consented(nurse, light)
    const asked = { personId: light, dose: crpsDose(now(), '55') }
    expect(await signing(asked)).toMatchObject({ code: 'dose-not-possible', fields: ['pain-total'] })
  })

  test('with an unknown protocol and a weight from tomorrow, both named', async () => {
    const dose = { ...crpsDose(now()), protocolId: 'best-dose', weightAt: '2026-11-24T15:00:00Z' }
    expect(await signing({ dose })).toMatchObject({ code: 'not-valid', fields: ['dose.protocolId', 'dose.weightAt'] })
  })

  test('with fewer dates than sessions, or two dates too close', async () => {
    expect(await signing({ visits: tens(now(), 9) })).toMatchObject({ code: 'not-valid', fields: ['visits'] })
    const close = tens(now(), 10)
    const [first, second] = close
    if (first && second) close[1] = { start: new Date(Date.parse(first.start) + 6 * 3_600_000).toISOString() }
    expect(await signing({ visits: close })).toMatchObject({ code: 'not-valid', fields: ['visits.1.start'] })
    await nothingKept()
  })

  test('outside opening hours or in the past; the visit is named', async () => {
    const late = tens(now(), 10)
    late[9] = { start: '2026-12-07T22:00:00.000Z' }
    expect(await signing({ visits: late })).toMatchObject({ code: 'not-valid', fields: ['visits.9.start'], about: { visit: 10 } })
    await nothingKept()
  })

  test('when one of its chairs has gone: all the others are given back, with free times instead', async () => {
    const [chairId] = chairIds
    const other = await accepted(prescriber, nurse, 'depression')
    await consented(nurse, other, 'depression')
    const six = tens(now(), 8, chairId).slice(2)
    await signPlan(prescriber, plan({ personId: other, dose: depressionDose(now()), visits: six }))
    const refused = await signing({ visits: tens(now(), 10, chairId) })
    expect(refused).toMatchObject({ code: 'slot-taken', about: { visit: 3 } })
    expect(refused.fresh?.every((slot) => slot.holderId === chairId)).toBe(true)
    expect(refused.fresh?.length).toBeGreaterThan(0)
    expect(await read((tx) => plansOf(tx, personId))).toEqual([])
    expect(await visits()).toHaveLength(6)
  })

  test('for a person of another clinic, who does not exist here', async () => {
    const elsewhere = await (await testClinic()).as('prescriber')
    expect(await refusal(signPlan(elsewhere, plan()))).toMatchObject({ code: 'not-found' })
    const { planId, orderIds } = await signPlan(prescriber, plan())
    expect(await refusal(closeCourse(elsewhere, { planId, reason: 'x' }))).toMatchObject({ code: 'not-found' })
    const [orderId = ''] = orderIds
    expect(await refusal(renewOrder(elsewhere, { orderId, dose: crpsDose(now()), acknowledged: [] }))).toMatchObject({
      code: 'not-found',
    })
  })
})
